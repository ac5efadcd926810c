'use client';

import { NodefluxLiveness } from 'nodeflux-liveness/react';
import { useState } from 'react';

export default function Page() {
  const [outcome, setOutcome] = useState('');
  return (
    <main>
      <NodefluxLiveness
        apiUrl="/liveness"
        tokenUrl="/liveness/token"
        resultUrl="/liveness/result"
        texts={{ 'start.title': 'Open your account' }}
        onLivenessSuccess={({ detail: { verdict } }) =>
          setOutcome(`live: ${verdict?.status === 'judged' && verdict.live}`)
        }
        onLivenessError={({ detail }) => setOutcome(detail.code)}
      />
      <p id="outcome">{outcome}</p>
    </main>
  );
}
