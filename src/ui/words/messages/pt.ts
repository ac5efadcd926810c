import type { Messages } from './messages.ts';

/** Portuguese in Brazilian spelling, without tu or você where a sentence does without. */
export const pt: Messages = {
  $code: 'pt',
  $name: 'Português',
  $dir: 'ltr',

  'start.title': 'Uma rápida verificação facial',
  'start.lead': 'Serve para confirmar que há uma pessoa real diante da câmera.',
  'start.duration': (seconds) => `Leva cerca de ${seconds} segundos`,
  'start.step-position': 'Posicione o rosto no oval',
  'start.step-gestures': (count) =>
    count === 1 ? 'Faça um pequeno movimento' : `Faça ${count} pequenos movimentos`,
  'start.step-passive': 'Fique sem se mexer por um momento',
  'start.privacy': (recipient) =>
    `A câmera só fica ligada durante a verificação. ${recipient} recebe algumas fotos para confirmar que há uma pessoa real diante da câmera. Nenhum vídeo é gravado.`,
  'start.privacy-deleted': 'As fotos são apagadas depois da análise.',
  'start.privacy-kept': (days) =>
    days === 1 ? 'As fotos são apagadas após um dia.' : `As fotos são apagadas após ${days} dias.`,
  'start.privacy-unsaid':
    'O aviso de privacidade desta página informa por quanto tempo as fotos são guardadas.',

  'preparing.title': 'Preparando',
  'preparing.permission': 'Permita o uso da câmera se for solicitado',
  'preparing.loading': (percent) => `Carregando… ${percent}%`,

  'positioning.restarted': 'O tempo acabou; vamos recomeçar',
  'holding.detail': 'Olhe diretamente para a câmera',
  'gesture.step': (step, count) => `Passo ${step} de ${count}`,

  'action.handoff': 'Usar o telemóvel',
  'handoff.title': 'Continue no seu telemóvel',
  'handoff.scan':
    'Aponte a câmara do telemóvel para este código e abra o endereço. Deixe esta página aberta.',
  'handoff.address': 'Ou abra este endereço no seu telemóvel:',
  'action.copy': 'Copiar o endereço',
  'handoff.copied': 'Endereço copiado',
  'handoff.running-title': 'Continue com o seu telemóvel',
  'handoff.running': 'A verificação está aberta no seu telemóvel. Deixe esta página aberta.',
  'submitting.title': 'Enviando as suas fotos',
  'submitting.detail': 'A câmera está desligada. Por favor, não feche esta página.',
  'judging.title': 'Analisando as suas fotos',
  'judging.detail': 'Costuma levar alguns segundos.',
  'passed.title': 'Verificação concluída',
  'passed.detail': 'Agradecemos. Pode continuar.',
  'sent.title': 'Agradecemos',
  'sent.detail': 'A sua verificação foi enviada. O resultado será informado.',
  'cancelled.title': 'Verificação cancelada',
  'cancelled.detail': 'A câmera está desligada. É possível recomeçar quando quiser.',

  'camera.choose': 'Câmera',
  'camera.front': 'Câmera frontal',
  'camera.back': 'Câmera traseira',
  'camera.numbered': (number) => `Câmera ${number}`,

  'action.start': 'Começar',
  'action.cancel': 'Cancelar',
  'action.retry': 'Tentar de novo',
  'retry.reload': 'Para tentar de novo, recarregue esta página.',
  'retry.in-app':
    'Esta página está aberta dentro de outra aplicação? Abra-a no seu navegador a partir do menu dessa aplicação e tente aí.',
  'action.restart': 'Recomeçar',
  'action.swap': 'Não consigo fazer este',
  'action.more-time': 'Preciso de mais tempo',
  'start.more-time': 'Agora você tem mais tempo. Faça com calma.',
  'action.speak': 'Ler em voz alta',
  'action.fall-silent': 'Parar de ler em voz alta',
  'consent.label': 'Concordo',
  'consent.missed': 'Primeiro é preciso concordar.',
  'gesture.counted': 'Muito bem',

  'gesture.blink': 'Pisque os olhos',
  'gesture.smile': 'Sorria',
  'gesture.turn-left': 'Vire a cabeça à esquerda',
  'gesture.turn-right': 'Vire a cabeça à direita',
  'gesture.nod-up': 'Levante o queixo',
  'gesture.nod-down': 'Abaixe o queixo',
  'gesture.open-mouth': 'Abra a boca',
  'gesture.dot-up': 'Aponte o nariz para o ponto: em cima',
  'gesture.dot-up-right': 'Aponte o nariz para o ponto: em cima à direita',
  'gesture.dot-right': 'Aponte o nariz para o ponto: à direita',
  'gesture.dot-down-right': 'Aponte o nariz para o ponto: embaixo à direita',
  'gesture.dot-down': 'Aponte o nariz para o ponto: embaixo',
  'gesture.dot-down-left': 'Aponte o nariz para o ponto: embaixo à esquerda',
  'gesture.dot-left': 'Aponte o nariz para o ponto: à esquerda',
  'gesture.dot-up-left': 'Aponte o nariz para o ponto: em cima à esquerda',

  'hint.camera-black': 'A câmera só mostra preto: abra a tampa',
  'hint.camera-plain': 'Descubra a câmera',
  'hint.camera-frozen': 'A imagem está parada',
  'hint.no-face': 'Coloque o rosto no oval',
  'hint.multiple-faces': 'Só um rosto, por favor',
  'hint.too-dark': 'Procure mais luz',
  'hint.too-bright': 'Luz demais: afaste-se dela',
  'hint.move-closer': 'Aproxime-se',
  'hint.move-back': 'Afaste-se um pouco',
  'hint.move-left': 'Um pouco para a esquerda',
  'hint.move-right': 'Um pouco para a direita',
  'hint.move-up': 'Um pouco para cima',
  'hint.move-down': 'Um pouco para baixo',
  'hint.look-straight': 'Olhe para a frente',
  'hint.relax-face': 'Relaxe o rosto, boca fechada',
  'hint.uncover-face': 'Não cubra o rosto',
  'hint.eyes-closed': 'Abra os olhos',
  'hint.backlit': 'Vire-se para a luz',
  'hint.blurred': 'Não se mexa e limpe a lente',
  'hint.hold-still': 'Não se mexa',
  'hint.turn-further': 'Um pouco mais',
  'hint.turn-less': 'Um pouco menos',
  'hint.smile-wider': 'Sorria mais',
  'hint.open-wider': 'Abra mais',
  'hint.close-eyes-fully': 'Feche bem os dois olhos',
  'hint.more-slowly': 'Mais uma vez, um pouco mais devagar',

  'error.reference': (code) => `Código: ${code}`,
  'error.camera-denied.title': 'A câmera não foi permitida',
  'error.camera-denied.action':
    'Permita a câmera para esta página nas configurações do navegador e tente de novo.',
  'error.camera-dismissed.title': 'A câmera ainda não foi permitida',
  'error.camera-dismissed.action':
    'Tente de novo e escolha “Permitir” quando o navegador perguntar.',
  'error.camera-blocked-by-system.title': 'Seu aparelho bloqueia a câmera para o navegador',
  'error.camera-blocked-by-system.action':
    'Permita a câmera para o navegador nas configurações de privacidade do aparelho e tente de novo.',
  'error.camera-failed.title': 'Não foi possível abrir a câmera',
  'error.camera-failed.action':
    'Tente de novo, escolha outra câmera ou abra esta página em outro navegador.',
  'error.camera-blank.title': 'A câmera não mostrou imagem',
  'error.camera-blank.action': 'Abra a tampa da câmera ou escolha outra câmera e tente de novo.',
  'error.camera-blocked-by-policy.title': 'A câmera está desativada nesta página',
  'error.camera-blocked-by-policy.action':
    'Não é possível mudar isso por conta própria. Por favor, avise os responsáveis por esta página.',
  'error.camera-in-use.title': 'A câmera está ocupada',
  'error.camera-in-use.action':
    'Feche outros aplicativos e abas que usem a câmera, como chamadas de vídeo, e tente de novo.',
  'error.camera-missing.title': 'Nenhuma câmera foi encontrada',
  'error.camera-missing.action':
    'Conecte uma câmera e tente de novo, ou abra esta página em um celular com câmera.',
  'error.camera-lost.title': 'A câmera parou',
  'error.camera-lost.action':
    'Confira se a câmera está conectada e se nenhum outro aplicativo a usa, e tente de novo.',
  'error.insecure-context.title': 'A conexão desta página não é segura',
  'error.insecure-context.action':
    'A câmera só funciona em páginas seguras. Abra o endereço que começa com https:// ou avise os responsáveis por esta página.',
  'error.unsupported-browser.title': 'Este navegador não faz a verificação',
  'error.unsupported-browser.action':
    'Atualize o navegador ou abra esta página em uma versão atual do Chrome, Edge, Firefox ou Safari.',
  'error.canvas-scrambled.title': 'Este navegador altera a imagem da câmera',
  'error.canvas-scrambled.action':
    'É a proteção dele contra rastreamento por impressão digital. Desative-a para esta página e recarregue, ou abra a página em outro navegador.',
  'error.assets-unreachable.title': 'Não foi possível carregar a verificação',
  'error.assets-unreachable.action': 'Confira a sua conexão com a internet e tente de novo.',
  'error.assets-corrupt.title': 'Não foi possível carregar a verificação',
  'error.assets-corrupt.action':
    'O problema está nesta página, não no seu aparelho. Por favor, avise os responsáveis por ela.',
  'error.blocked-by-csp.title': 'Não foi possível carregar a verificação',
  'error.blocked-by-csp.action':
    'O problema está nesta página, não no seu aparelho. Por favor, avise os responsáveis por ela.',
  'error.tracker-failed.title': 'A verificação parou de funcionar',
  'error.tracker-failed.action':
    'Feche outros aplicativos e abas e tente de novo. Se voltar a acontecer, use outro navegador.',
  'error.token-missing.title': 'Não foi possível iniciar a verificação',
  'error.token-missing.action':
    'Recarregue a página. Se não resolver, avise os responsáveis por ela.',
  'error.token-expired.title': 'A verificação demorou demais',
  'error.token-expired.action':
    'Para a sua segurança, ela termina depois de alguns minutos. Por favor, tente de novo.',
  'error.token-used.title': 'Esta verificação já foi usada',
  'error.token-used.action': 'Cada verificação vale uma só vez. Tente de novo para iniciar outra.',
  'error.token-refused.title': 'Não foi possível iniciar a verificação',
  'error.token-refused.action':
    'Talvez seja preciso entrar na sua conta de novo. Recarregue a página. Se não resolver, avise os responsáveis por ela.',
  'error.gesture-timeout.title': 'Não conseguimos ver o movimento',
  'error.gesture-timeout.action':
    'Mova-se devagar e com clareza, com boa luz no rosto, e tente de novo.',
  'error.check-timeout.title': 'O tempo acabou',
  'error.check-timeout.action':
    'Procure uma luz uniforme, segure a câmera na altura dos olhos, mantenha o rosto no oval e tente de novo.',
  'error.network.title': 'Sem conexão',
  'error.network.action': 'Confira a sua conexão com a internet e tente de novo.',
  'error.too-many-requests.title': 'Tentativas demais',
  'error.too-many-requests.action': 'Aguarde um momento e tente de novo.',
  'error.pacing-unavailable.title': 'A verificação não pode ser feita aqui',
  'error.pacing-unavailable.action':
    'Por favor, avise os responsáveis por esta página e informe o código abaixo.',
  'error.invalid-option.title': 'A verificação não pode ser feita aqui',
  'error.invalid-option.action':
    'Por favor, avise os responsáveis por esta página e informe o código abaixo.',
  'error.answer-unexpected.title': 'Não foi possível entender a resposta',
  'error.answer-unexpected.action':
    'Algumas redes públicas pedem que você entre primeiro. Verifique a sua conexão e tente de novo. Se acontecer outra vez, avise os responsáveis por esta página.',
  'error.redirect-refused.title': 'Interrompido para a sua segurança',
  'error.redirect-refused.action':
    'Por favor, avise os responsáveis por esta página e informe o código abaixo.',
  'error.rejected.title': 'A verificação não foi aceita',
  'error.rejected.action':
    'Por favor, avise os responsáveis por esta página e informe o código abaixo.',
  'error.result-unavailable.title': 'O resultado ainda não chegou',
  'error.result-unavailable.action':
    'As suas fotos chegaram. O resultado ainda pode ser informado; se não for, tente de novo.',
  'error.no-face.title': 'O seu rosto não estava nítido nas fotos',
  'error.no-face.action':
    'Procure uma luz uniforme, mantenha o rosto inteiro no oval e tente de novo.',
  'error.face-occluded.title': 'Algo cobria o seu rosto',
  'error.face-occluded.action':
    'Tire a máscara, os óculos escuros ou o boné, afaste o cabelo e as mãos e tente de novo.',
  'error.multiple-faces.title': 'Havia mais de um rosto',
  'error.multiple-faces.action': 'Confira se ninguém mais aparece na imagem e tente de novo.',
  'error.not-live.title': 'Não conseguimos confirmar a verificação',
  'error.not-live.action':
    'Use o seu próprio rosto, não uma foto nem uma tela. Procure uma luz uniforme e tente de novo.',
  'error.internal.title': 'Algo deu errado',
  'error.internal.action':
    'A culpa não foi sua. Por favor, tente de novo. Se voltar a acontecer, avise os responsáveis por esta página.',
  'error.analysis-failed.title': 'Não foi possível analisar as fotos',
  'error.analysis-failed.action':
    'A culpa não foi sua. Por favor, tente de novo ou volte um pouco mais tarde.',
};
