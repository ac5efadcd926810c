import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { announcement } from '../../src/ui/words/announcement.ts';
import { type LanguageCode, loadMessages } from '../../src/ui/words/messages/languages.ts';
import type { MessageKey, Term } from '../../src/ui/words/messages/messages.ts';

async function sayHolding(code: LanguageCode): Promise<string> {
  const messages = await loadMessages(code);
  const term = ((key: MessageKey) => String(messages[key])) as Term;
  return announcement({ name: 'holding', progress: 0 }, false, term).instruction;
}

describe('an announcement of two sentences', () => {
  const SAID: readonly (readonly [LanguageCode, string])[] = [
    ['en', 'Hold still. Look straight at the camera.'],
    ['th', 'อยู่นิ่ง ๆ มองตรงไปที่กล้อง'],
    ['zh', '请保持不动。请正视摄像头。'],
    ['hi', 'स्थिर रहें। सीधे कैमरे की ओर देखें।'],
  ];
  for (const [code, said] of SAID) {
    it(`ends them as ${code} does`, async () => assert.equal(await sayHolding(code), said));
  }
});
