import { NodefluxLiveness } from 'nodeflux-liveness/react';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Check() {
  const [outcome, setOutcome] = useState('');
  return (
    <>
      <NodefluxLiveness
        apiUrl="/service"
        tokenUrl="/liveness/token"
        resultUrl="/liveness/result"
        texts={{ 'start.title': 'Open your account' }}
        onLivenessSuccess={({ detail: { verdict } }) =>
          setOutcome(`live: ${verdict?.status === 'judged' && verdict.live}`)
        }
        onLivenessError={({ detail }) => setOutcome(detail.code)}
      />
      <p id="outcome">{outcome}</p>
    </>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Check />
  </StrictMode>,
);
