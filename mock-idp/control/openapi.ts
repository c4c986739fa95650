import { z } from 'zod'
import { tenantSchema } from '../directory/description.ts'
import { fault } from './fault-schema.ts'
import {
  chaosChange,
  clockChange,
  graphTokenRequest,
  lagChange,
  lifetimesChange,
  relaxation,
} from './schemas.ts'

const tenantQuery = {
  name: 'tenant',
  in: 'query',
  required: true,
  description: 'Id or verified domain of the tenant.',
  schema: { type: 'string' },
}
const journalQuery = {
  ...tenantQuery,
  required: false,
  description:
    'Id or verified domain of the tenant; "unknown" for requests that asked no tenant which exists.',
}
const clientQuery = {
  name: 'client',
  in: 'query',
  required: false,
  description:
    'A client id: only requests that name it, as client_id, in HTTP Basic or in their assertion. Without a tenant: of every tenant and of none, oldest first.',
  schema: { type: 'string' },
}
const tenantPath = { ...tenantQuery, name: 'id', in: 'path' }

/** The control API in OpenAPI 3.1. */
export function openApiDocument(origin: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'agentid-conformance control API',
      version: '1',
      description: 'The powers of a test over the mock. Microsoft Entra has nothing like it.',
    },
    servers: [{ url: origin }],
    paths: {
      '/_mock/tenants': {
        get: operation('Lists the tenants.'),
        post: operation(
          'Makes an isolated tenant and answers its id and variables. Without a body: one like Contoso, under new ids.',
          { body: schemaOf(tenantSchema), bodyRequired: false, status: '201' },
        ),
      },
      '/_mock/tenants/{id}': {
        parameters: [tenantPath],
        get: operation('Describes a tenant.'),
        put: operation('Gives a tenant other objects. Clock, keys and journal stay.', {
          body: schemaOf(tenantSchema),
        }),
        delete: operation('Removes a tenant.', { status: '204' }),
      },
      '/_mock/requests': {
        parameters: [journalQuery],
        get: {
          ...operation(
            'The journal: what was asked, looked at and answered. Secrets are masked. One of tenant and client is needed.',
          ),
          parameters: [clientQuery],
        },
        delete: operation('Empties the journal of the tenant.', { status: '204' }),
      },
      '/_mock/clock': {
        parameters: [tenantQuery],
        get: operation('The time in the tenant.'),
        put: operation('Shifts, advances, stops or starts the clock of the tenant.', {
          body: schemaOf(clockChange),
        }),
      },
      '/_mock/faults': {
        parameters: [tenantQuery],
        get: operation('The faults that wait.'),
        post: operation('Adds a fault, after those that wait: what happens to which answers.', {
          body: schemaOf(fault),
          status: '201',
        }),
        delete: operation('Removes all faults.', { status: '204' }),
      },
      '/_mock/lifetimes': {
        parameters: [tenantQuery],
        get: operation('How long tokens hold.'),
        put: operation('Sets how long tokens hold.', { body: schemaOf(lifetimesChange) }),
      },
      '/_mock/chaos': {
        parameters: [tenantQuery],
        get: operation('The seed by which answers vary, or null.'),
        put: operation('Varies what a client must not depend on, or stops doing so.', {
          body: schemaOf(chaosChange),
        }),
      },
      '/_mock/lag': {
        parameters: [tenantQuery],
        get: operation('How late changes made through Microsoft Graph are seen.'),
        put: operation('Sets how late changes made through Microsoft Graph are seen.', {
          body: schemaOf(lagChange),
        }),
      },
      '/_mock/graph-tokens': {
        parameters: [tenantQuery],
        post: operation('Makes a token for Microsoft Graph, with the permissions it is told.', {
          body: schemaOf(graphTokenRequest),
          bodyRequired: false,
          status: '201',
        }),
      },
      '/_mock/keys': {
        parameters: [tenantQuery],
        post: operation('Signs with a new key from now on. The former keys stay published.', {
          status: '201',
        }),
      },
      '/_mock/rules': {
        get: operation('The catalogue of rules.'),
        put: {
          ...operation('Sets which inferred rules a tenant does without.', {
            body: schemaOf(relaxation),
          }),
          parameters: [tenantQuery],
        },
      },
      '/_mock/reset': {
        parameters: [tenantQuery],
        post: operation('Brings a tenant back to its beginning.', { status: '204' }),
      },
      '/_mock/openapi.json': { get: operation('This document.') },
    },
  }
}

function operation(
  summary: string,
  {
    body,
    bodyRequired = true,
    status = '200',
  }: { body?: object; bodyRequired?: boolean; status?: string } = {},
) {
  return {
    summary,
    ...(body && {
      requestBody: { required: bodyRequired, content: { 'application/json': { schema: body } } },
    }),
    responses: {
      [status]: { description: 'Done.' },
      default: { description: 'Refused; `error` and `problems` say why.' },
    },
  }
}

function schemaOf(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return rest
}
