import { toJsonSchema } from '@valibot/to-json-schema';
import { SIGNED_HEADER } from '../auth/signature.ts';
import { type RefusalCode, statusOf } from '../http/refusal.ts';
import { refusalSchema } from './answers.ts';
import type { Content, Credential, NamedSchema, Operation } from './operation.ts';

/** JSON of any shape. */
export type Json = Readonly<Record<string, unknown>>;

/** An OpenAPI 3.1 document. */
export interface ApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Json>>;
    readonly securitySchemes: Json;
  };
}

const REFUSAL: NamedSchema = { name: 'Refusal', schema: refusalSchema };
/** What can be said to any request. */
const COMMON_REFUSALS: readonly RefusalCode[] = ['internal-error', 'closing', 'store-unavailable'];

const SECURITY: Readonly<Record<Credential, Json>> = {
  'authorization-key': { AuthorizationKey: [], Timestamp: [] },
  'submission-token': { SubmissionToken: [] },
  link: { Link: [] },
};

const SECURITY_SCHEMES = {
  AuthorizationKey: {
    type: 'apiKey',
    in: 'header',
    name: 'authorization',
    description: 'An authorization key, put together from a signature. For backends.',
  },
  Timestamp: {
    type: 'apiKey',
    in: 'header',
    name: SIGNED_HEADER,
    description: 'The instant that the signature signs, as it was answered.',
  },
  SubmissionToken: {
    type: 'apiKey',
    in: 'header',
    name: 'authorization',
    description: 'A submission token as it is, without a scheme before it. For pages.',
  },
  Link: {
    type: 'apiKey',
    in: 'header',
    name: 'authorization',
    description:
      'What stands in the fragment of a link, `{id}.{secret}`; or, for a visit, `{id}.{visit}`. For the hosted page.',
  },
};

/** Describes the service by the very schemas that it validates with. */
export function describeApi(
  operations: readonly Operation[],
  { basePath, version }: { readonly basePath: string; readonly version: string },
): ApiDocument {
  const schemas: Record<string, Json> = { [REFUSAL.name]: jsonSchemaOf(REFUSAL) };
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    for (const content of [operation.body, operation.answer.content]) {
      if (content && 'name' in content) schemas[content.name] = jsonSchemaOf(content);
    }
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method]: describeOperation(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'nodeflux-liveness service',
      version,
      description:
        'The self-hosted liveness service. It answers the wire contract of Nodeflux IdentifAI (API v2); paced sessions, `subject`, `details` and all codes but `not-authenticate` are its own.',
    },
    servers: [{ url: basePath || '/' }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: { schemas, securitySchemes: SECURITY_SCHEMES },
  };
}

function describeOperation(operation: Operation): Json {
  const { answer, body, credentials, description, id, path, summary, tag } = operation;
  const parameters = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    ...(credentials && { security: credentials.map((credential) => SECURITY[credential]) }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { content: contentOf(body) } }),
    responses: {
      [answer.status]: { description: answer.description, content: contentOf(answer.content) },
      ...describeRefusals([...operation.refusals, ...COMMON_REFUSALS]),
    },
  };
}

function describeRefusals(codes: readonly RefusalCode[]): Json {
  const statuses = [...new Set(codes.map(statusOf))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => {
      const names = new Set(codes.filter((code) => statusOf(code) === status));
      const description = [...names].map((name) => `\`${name}\``).join(', ');
      const waits = status === 429 || status === 503;
      const headers = { 'retry-after': { schema: { type: 'integer' }, description: 'Seconds.' } };
      return [status, { description, ...(waits && { headers }), content: contentOf(REFUSAL) }];
    }),
  );
}

function contentOf(content: Content): Json {
  if ('mediaType' in content) return { [content.mediaType]: {} };
  return { 'application/json': { schema: { $ref: `#/components/schemas/${content.name}` } } };
}

function jsonSchemaOf({ schema }: NamedSchema): Json {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    typeMode: 'input',
    target: 'draft-2020-12',
  });
  return rest;
}
