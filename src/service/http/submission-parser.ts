import { Tokenizer, TokenParser } from '@streamparser/json';
import TokenType from '@streamparser/json/utils/types/tokenType.js';
import { JPEG_DATA_URI_PREFIX, MAX_IMAGE_BYTES } from '../../submission/wire.ts';
import type { Settings } from '../settings.ts';
import { Refusal } from './refusal.ts';

/** Takes the body of a submission piece by piece, in the order of arrival. Holds no more of it than its images. */
export interface SubmissionParser {
  /** Reads one more piece. After the first fault pieces are dropped unread. */
  write(chunk: Uint8Array): void;
  /**
   * The body, with the JPEG bytes of each data URI in place of the URI.
   * @throws Refusal `bad-request` or `invalid-image`, one fault, which never quotes the body.
   */
  end(): unknown;
}

/** Deepest that anything of the contract lies is 4: body, session, frames, frame. The rest is for unknown members. */
const MAX_DEPTH = 8;
/** Sixty-four images, and a session of four frames, take about 250 words and marks. */
const MAX_TOKENS = 1024;
const MAX_BASE64_LENGTH = Math.ceil(MAX_IMAGE_BYTES / 3) * 4;
/** The contract asks for the first form; the vendor's own examples also show `image/jpg`, and base64 alone. */
const DATA_URI_PREFIX = /^data:image\/jpe?g;base64,/;
/** Longest string that can be an image. Some encoders escape slashes, of which base64 has one in 64. */
const MAX_TOKEN_BYTES = Math.ceil(1.1 * MAX_BASE64_LENGTH);
const STRING_BUFFER_BYTES = 65_536;

/**
 * Makes a parser for one body. What the body can make it do is bounded before it does it: depth, number of words and
 * marks, length of each, number of images.
 */
export function createSubmissionParser({
  maxImages,
}: Pick<Settings, 'maxImages'>): SubmissionParser {
  let fault: Refusal | undefined;
  let imageFault: Refusal | undefined;
  let body: { readonly value: unknown } | undefined;
  let depth = 0;
  let tokens = 0;
  let readBytes = 0;
  let tokenEndedAtBytes = 0;

  const tokenizer = new Tokenizer({ stringBufferSize: STRING_BUFFER_BYTES, numberBufferSize: 64 });
  const parser = new TokenParser({ paths: ['$', '$.images.*'] });
  tokenizer.onToken = (token) => {
    tokens += 1;
    tokenEndedAtBytes = token.offset;
    if (token.token === TokenType.LEFT_BRACE || token.token === TokenType.LEFT_BRACKET) depth += 1;
    if (token.token === TokenType.RIGHT_BRACE || token.token === TokenType.RIGHT_BRACKET) {
      depth -= 1;
    }
    if (depth > MAX_DEPTH || tokens > MAX_TOKENS) throw tooIntricate();
    parser.write(token);
  };
  parser.onValue = ({ key, parent, stack, value }) => {
    if (stack.length === 0) {
      body = { value };
      return;
    }
    if (!Array.isArray(parent)) return;
    const index = Number(key);
    if (index >= maxImages) {
      throw new Refusal('bad-request', 'Too many images', [
        { path: 'images', message: `Expected at most ${maxImages} images` },
      ]);
    }
    const image = imageFault ? undefined : decodeDataUri(value, `images.${index}`);
    if (image instanceof Refusal) imageFault = image;
    // In place of the text, which is forgotten: only one image at a time is there twice.
    (parent as unknown[])[index] = image instanceof Refusal ? undefined : image;
  };

  function attempt(work: () => void): void {
    if (fault) return;
    try {
      work();
    } catch (error) {
      fault = error instanceof Refusal ? error : notJson();
    }
  }

  return {
    write(chunk) {
      attempt(() => {
        readBytes += chunk.byteLength;
        tokenizer.write(chunk);
        if (readBytes - tokenEndedAtBytes > MAX_TOKEN_BYTES) throw tooIntricate();
      });
    },
    end() {
      attempt(() => {
        if (!tokenizer.isEnded) tokenizer.end();
      });
      if (fault) throw fault;
      if (!body) throw notJson();
      // Last: of a body that is no submission at all the images say nothing.
      if (imageFault) throw imageFault;
      return body.value;
    },
  };
}

function decodeDataUri(value: unknown, path: string): Buffer | Refusal {
  if (typeof value !== 'string') {
    return new Refusal('bad-request', 'The body does not have the expected shape', [
      { path, message: 'Expected string' },
    ]);
  }
  const [prefix = ''] = DATA_URI_PREFIX.exec(value.slice(0, 64)) ?? [];
  if (prefix === '' && value.startsWith('data:')) {
    return invalidImage(path, `Expected a data URI that starts with ${JPEG_DATA_URI_PREFIX}`);
  }
  const base64 = value.slice(prefix.length);
  if (base64.length > MAX_BASE64_LENGTH) {
    return invalidImage(path, `Expected at most ${MAX_IMAGE_BYTES} bytes of JPEG`);
  }
  const jpeg = Buffer.from(base64, 'base64');
  // Buffer skips what is not base64; only a faithful round trip shows that nothing was skipped.
  if (base64 === '' || jpeg.toString('base64') !== base64) {
    return invalidImage(path, 'Expected padded base64, with or without the prefix of a data URI');
  }
  return jpeg;
}

/** The refusal of an image of a submission. */
export function invalidImage(path: string, message: string): Refusal {
  return new Refusal('invalid-image', 'An image is not as the contract asks', [{ path, message }]);
}

function tooIntricate(): Refusal {
  return new Refusal('bad-request', 'The body has more structure than a submission needs');
}

function notJson(): Refusal {
  return new Refusal('bad-request', 'The body is not valid JSON');
}
