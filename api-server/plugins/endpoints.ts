import type { FastifyInstance, FastifySchema } from 'fastify';
import Type, { type TSchema } from 'typebox';
import { ErrorBody, HTTP, type HttpEndpoint, type HttpInput, type HttpName } from '#shared/contract/http/contract.ts';
import { SHEET_BYTES } from '#shared/contract/http/matters.ts';
import type { Handlers } from '../deps.ts';
import { sendError } from './errors.ts';

const KIB = 1024;

/** Largest body in bytes, where the usual 64 KiB do not do. A batch of commands carries the texts of documents. */
const BODY_LIMITS: Partial<Record<HttpName, number>> = { push: 16 * KIB * KIB, importPart: KIB * KIB, saveMatter: KIB * KIB, drawPool: KIB * KIB, commitDraw: KIB * KIB, importMatters: 2 * SHEET_BYTES, importProvinceVisits: 2 * SHEET_BYTES };
const USUAL_BODY_LIMIT = 64 * KIB;

/** Sign-ins of one address a minute, right or wrong: each costs the server a password hash. */
const RATE_LIMITS: Partial<Record<HttpName, { readonly max: number; readonly timeWindow: string }>> = { signIn: { max: 120, timeWindow: '1 minute' } };

const NAMES = Object.keys(HTTP) as HttpName[];

/** Registers a route for every endpoint of the contract. */
export function registerEndpoints(app: FastifyInstance, handlers: Handlers): void {
  for (const name of NAMES) registerEndpoint(app, name, handlers);
}

function registerEndpoint<N extends HttpName>(app: FastifyInstance, name: N, handlers: Handlers): void {
  const endpoint: HttpEndpoint = HTTP[name];
  const handler = handlers[name];
  const rateLimit = RATE_LIMITS[name];
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    bodyLimit: BODY_LIMITS[name] ?? USUAL_BODY_LIMIT,
    config: { access: endpoint.access, ...(rateLimit === undefined ? {} : { rateLimit }) },
    schema: routeSchema(name, endpoint),
    handler: async (request, reply) => {
      // The parts were checked against the parts of the endpoint's input schema.
      const input = { ...asRecord(request.params), ...asRecord(endpoint.method === 'GET' ? request.query : request.body) } as HttpInput<N>;
      const result = await handler(input, request);
      return result.ok ? result.value : sendError(reply, result.error);
    },
  });
}

/** The contract's input in the parts it travels in: names of the path as params, the rest as query (GET) or body. */
function routeSchema(name: HttpName, endpoint: HttpEndpoint): FastifySchema {
  const inPath = new Set([...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? ''));
  const fields = Type.IsObject(endpoint.input) ? Object.entries(endpoint.input.properties) : [];
  const params = fields.filter(([field]) => inPath.has(field));
  const rest = strictObject(fields.filter(([field]) => !inPath.has(field)));
  const hasBody = endpoint.method === 'POST' && Object.keys(rest.properties).length > 0;
  return {
    operationId: name,
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[2] ?? 'api'],
    ...(endpoint.access === 'public' ? {} : { security: [{ session: [] }] }),
    ...(params.length === 0 ? {} : { params: strictObject(params) }),
    ...(endpoint.method === 'GET' ? { querystring: rest } : {}),
    ...(hasBody ? { body: rest } : {}),
    response: { 200: endpoint.output, default: ErrorBody },
  };
}

function strictObject(fields: readonly (readonly [string, TSchema])[]) {
  return Type.Object(Object.fromEntries(fields), { additionalProperties: false });
}

function asRecord(part: unknown): Record<string, unknown> {
  return typeof part === 'object' && part !== null ? { ...part } : {};
}
