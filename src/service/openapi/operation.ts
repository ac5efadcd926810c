import type * as v from 'valibot';
import type { RefusalCode } from '../http/refusal.ts';

/** A schema and the name that it has in the document. */
export interface NamedSchema {
  readonly name: string;
  readonly schema: v.GenericSchema;
}

/** What is sent or answered: JSON of a schema, or another type without one. */
export type Content = NamedSchema | { readonly mediaType: string };

/** What a request must carry. */
export type Credential = 'authorization-key' | 'submission-token' | 'link';

/** One route of the service, as the document describes it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'delete';
  /** As it is registered: `/v1/jobs/:id`. */
  readonly path: string;
  readonly tag:
    | 'For backends'
    | 'For pages'
    | 'Checks by link'
    | 'Paced sessions'
    | 'For operators';
  /** A name without spaces, unique in the document. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  /** Any one of them. */
  readonly credentials?: readonly Credential[];
  readonly body?: Content;
  readonly answer: {
    readonly status: number;
    readonly description: string;
    readonly content: Content;
  };
  /** Beside those that every route can give. */
  readonly refusals: readonly RefusalCode[];
}
