import { CHECKLIST, type ChecklistStep } from './checklist.ts';
import type { Answer, Mark } from './device-report.ts';

const CHOICES: readonly (readonly [Mark | '', string])[] = [
  ['', 'Not tried'],
  ['as-expected', 'As expected'],
  ['different', 'Different'],
];

/** What the person said of a step; without a mark it was not tried. */
export type OnAnswer = (id: string, mark: Mark | undefined, note: string) => void;

/** Shows every step with what was said of it so far, and tells what is said. */
export function showChecklist(
  list: HTMLElement,
  answers: Readonly<Record<string, Answer>>,
  onAnswer: OnAnswer,
): void {
  list.replaceChildren(...CHECKLIST.map((step) => stepItem(step, answers[step.id], onAnswer)));
}

function stepItem(
  { id, title, does, expects }: ChecklistStep,
  answer: Answer | undefined,
  onAnswer: OnAnswer,
): HTMLElement {
  const item = Object.assign(document.createElement('li'), { className: 'step' });
  const heading = Object.assign(document.createElement('h3'), { id: `step-${id}` });
  const number = CHECKLIST.findIndex((step) => step.id === id) + 1;
  heading.textContent = `${number}. ${title}`;
  const doing = Object.assign(document.createElement('p'), { textContent: does });
  const expecting = Object.assign(document.createElement('p'), { className: 'expects' });
  const expect = Object.assign(document.createElement('b'), { textContent: 'Expect: ' });
  expecting.append(expect, expects);

  const choice = Object.assign(document.createElement('fieldset'), { className: 'choice' });
  choice.setAttribute('aria-labelledby', heading.id);
  const note = document.createElement('textarea');
  const noteField = Object.assign(document.createElement('label'), { className: 'field' });
  for (const [mark, words] of CHOICES) {
    const box = Object.assign(document.createElement('input'), {
      type: 'radio',
      name: id,
      value: mark,
      checked: mark === (answer?.mark ?? ''),
    });
    const label = document.createElement('label');
    label.append(box, words);
    choice.append(label);
  }
  note.rows = 2;
  note.setAttribute('aria-describedby', heading.id);
  note.value = answer?.note ?? '';
  noteField.append(
    Object.assign(document.createElement('span'), { textContent: 'What you saw' }),
    note,
  );
  const tell = (): void => {
    const chosen = choice.querySelector<HTMLInputElement>(':checked')?.value;
    const mark = CHOICES.find(([value]) => value !== '' && value === chosen)?.[0] || undefined;
    noteField.hidden = !mark;
    onAnswer(id, mark, note.value);
  };
  noteField.hidden = !answer;
  choice.addEventListener('change', tell);
  note.addEventListener('input', tell);
  item.append(heading, doing, expecting, choice, noteField);
  return item;
}
