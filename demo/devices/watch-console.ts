/** What a person hears of who has no console: most phones. */
const MAX_COMPLAINTS = 50;

/** Collects the page's errors and warnings from now on, uncaught ones and broken policies too; they are told as ever. */
export function watchConsole(onComplaint: () => void): readonly string[] {
  const complaints: string[] = [];
  const note = (complaint: string): void => {
    if (complaints.length >= MAX_COMPLAINTS || complaints.includes(complaint)) return;
    complaints.push(complaint);
    onComplaint();
  };
  for (const level of ['warn', 'error'] as const) {
    const tell = console[level];
    console[level] = (...said: unknown[]) => {
      note(`${level}: ${said.map(String).join(' ')}`);
      tell.apply(console, said);
    };
  }
  addEventListener('error', ({ message }) => note(`uncaught: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => note(`unhandled: ${reason}`));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    note(`blocked by policy: ${violatedDirective} ${blockedURI}`);
  });
  return complaints;
}
