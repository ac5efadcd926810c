import 'nodeflux-liveness';

const liveness = document.querySelector('nodeflux-liveness');
const outcome = document.querySelector('#outcome');
liveness.texts = { 'start.title': 'Open your account' };
liveness.addEventListener('liveness-success', ({ detail }) => {
  outcome.textContent = `live: ${detail.verdict.live}`;
});
liveness.addEventListener('liveness-error', ({ detail }) => {
  outcome.textContent = detail.code;
});
