import 'nodeflux-liveness/preact';
import { render } from 'preact';
import { useState } from 'preact/hooks';

const texts = { 'start.title': 'Open your account' };

function Check() {
  const [outcome, setOutcome] = useState('');
  return (
    <>
      <nodeflux-liveness
        api-url="/service"
        token-url="/liveness/token"
        result-url="/liveness/result"
        texts={texts}
        onliveness-success={({ detail: { verdict } }) =>
          setOutcome(`live: ${verdict?.status === 'judged' && verdict.live}`)
        }
        onliveness-error={({ detail }) => setOutcome(detail.code)}
      />
      <p id="outcome">{outcome}</p>
    </>
  );
}

render(<Check />, document.getElementById('root')!);
