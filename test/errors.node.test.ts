import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { toLivenessError } from '../src/check/to-liveness-error.ts';
import { LIVENESS_ERROR_CODES, LivenessError } from '../src/errors.ts';
import { en } from '../src/ui/words/messages/en.ts';

describe('LivenessError', () => {
  for (const code of LIVENESS_ERROR_CODES) {
    it(`${code} is a kebab-case fact with one sentence that tells the developer what to do`, () => {
      const error = new LivenessError(code);
      assert.match(code, /^[a-z]+(-[a-z]+)*$/);
      assert.match(error.message, /^[A-Z].{20,}\.$/);
      assert.equal(typeof error.retryable, 'boolean');
      assert.deepEqual([error.code, error.errors, error.detail], [code, [], '']);
    });
  }

  it('carries what is known of the case in its message, and its cause', () => {
    const cause = new TypeError('Failed to fetch');
    const error = new LivenessError('network', { cause, detail: '503', errors: ['more'] });
    assert.match(error.message, /\(503\)$/);
    assert.equal(error.cause, cause);
    assert.deepEqual(error.errors, ['more']);
  });
});

describe('docs/errors.md', () => {
  const page = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
  const words = en as unknown as Readonly<Record<string, string>>;
  for (const code of LIVENESS_ERROR_CODES) {
    it(`has the row of ${code}`, () => {
      const { message, retryable } = new LivenessError(code);
      const reads = ['title', 'action'].map((part) =>
        words[`error.${code}.${part}`]?.replace(/[.!?]$/, ''),
      );
      const row = `| \`${code}\` | ${retryable ? 'yes' : 'no'} | ${message} | ${reads.join('. ')}. |`;
      assert.ok(page.includes(`${row}\n`), row);
    });
  }
});

describe('toLivenessError', () => {
  it('leaves an error that is translated as it is', () => {
    const error = new LivenessError('network');
    assert.equal(toLivenessError(error), error);
  });

  it('calls everything else internal, and says what it was', () => {
    const cause = new RangeError('out of it');
    const error = toLivenessError(cause);
    assert.deepEqual([error.code, error.cause], ['internal', cause]);
    assert.match(error.message, /\(RangeError: out of it\)$/);
    assert.match(toLivenessError('words').message, /\(words\)$/);
  });
});
