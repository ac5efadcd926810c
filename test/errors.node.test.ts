import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { toLivenessError } from '../src/check/to-liveness-error.ts';
import { docsUrl, HOMEPAGE } from '../src/docs-url.ts';
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
    it(`has ${code}, its cause, its cure and what the person reads`, () => {
      const { message, retryable } = new LivenessError(code);
      const reads = ['title', 'action'].map((part) =>
        words[`error.${code}.${part}`]?.replace(/[.!?]$/, ''),
      );
      const [, section = ''] =
        new RegExp(`### \`${code}\`\n([\\s\\S]+?)(?=\n##|$)`).exec(page) ?? [];
      assert.ok(section.startsWith(`\n${message}\n`), message);
      assert.match(section, /^- \*\*Cause:\*\* .{20,}$/m);
      assert.match(section, /^- \*\*Cure:\*\* .{20,}$/m);
      assert.ok(section.includes(`help:** ${retryable ? 'yes' : 'no'}.`));
      assert.ok(section.includes(`reads:** ${reads.join('. ')}.`), reads.join('. '));
    });
  }
});

describe('docsUrl', () => {
  it('leads to the code in the site that the package names, whether or not its address ends with a slash', () => {
    for (const homepage of ['https://docs.example/liveness', 'https://docs.example/liveness/']) {
      const url = docsUrl('camera-denied', homepage);
      assert.equal(url, 'https://docs.example/liveness/errors/#camera-denied');
    }
  });

  it('is undefined while the package names none', () => {
    assert.equal(docsUrl('camera-denied', ''), undefined);
  });

  it('is that of `homepage` in package.json', () => {
    const manifest = new URL('../package.json', import.meta.url);
    const { homepage = '' } = JSON.parse(readFileSync(manifest, 'utf8'));
    assert.equal(HOMEPAGE, homepage);
    assert.equal(new LivenessError('network').docsUrl, docsUrl('network', homepage));
  });
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
