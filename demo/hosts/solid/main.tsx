import 'nodeflux-liveness/solid';
import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';

function Check() {
  const [outcome, setOutcome] = createSignal('');
  return (
    <>
      <nodeflux-liveness
        api-url="/service"
        token-url="/liveness/token"
        result-url="/liveness/result"
        prop:texts={{ 'start.title': 'Open your account' }}
        on:liveness-success={({ detail: { verdict } }) =>
          setOutcome(`live: ${verdict?.status === 'judged' && verdict.live}`)
        }
        on:liveness-error={({ detail }) => setOutcome(detail.code)}
      />
      <p id="outcome">{outcome()}</p>
    </>
  );
}

render(() => <Check />, document.getElementById('root')!);
