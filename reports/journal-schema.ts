import { z } from 'zod'

const words = z.record(z.string(), z.string())

const token = (what: string) =>
  z
    .object({
      header: z.unknown().describe('The protected header'),
      claims: z.unknown().describe('The claims'),
    })
    .optional()
    .describe(`${what}, without its signature`)

/** A request in a report. Loose: the journal of the identity provider may gain members. */
export const requestSchema = z
  .looseObject({
    sequence: z
      .int()
      .describe('Counts up from 1 within a tenant; a gap means requests were dropped'),
    tenantId: z.string().optional().describe('The tenant in the URL, if it exists'),
    endpoint: z.string().describe('Kind of endpoint, such as token or discovery'),
    time: z.string().describe("Time on the tenant's clock, ISO 8601"),
    method: z.string().describe('HTTP method'),
    host: z.string().describe('The Host header'),
    path: z.string().describe('Path of the URL'),
    query: words.describe('Parameters of the URL, masked'),
    httpStatus: z.int().describe('Status of the answer'),
    traceId: z.string().describe('trace_id of the answer'),
    correlationId: z.string().describe('correlation_id of the answer'),
    userAgent: z.string().optional().describe('The User-Agent header'),
    contentType: z.string().optional().describe('The Content-Type header'),
    parameters: words.describe('Parameters of the form, masked, in the order they were sent'),
    repeatedParameters: z.array(z.string()).readonly().describe('Names of repeated parameters'),
    credentials: z.array(z.string()).readonly().describe('Every credential in the request'),
    basicClientId: z.string().optional().describe('The client id of HTTP Basic'),
    credentialsInUrl: z
      .array(z.string())
      .readonly()
      .describe('Names of URL parameters that hold a secret, assertion or token'),
    assertion: token('The client assertion'),
    bearer: token('The token in the Authorization header'),
    leg: z.string().optional().describe('What a token request asks for, such as t1 or obo'),
    userAssertion: token('The token of the person in an on-behalf-of request'),
    userCredential: token('T2 in a request for an agent user'),
    forgeries: z
      .array(z.string())
      .readonly()
      .optional()
      .describe('Parameters that carry a token which the control API made as a forgery'),
    cut: z.array(z.string()).readonly().optional().describe('What was too long to be kept'),
    stage: z.string().describe('The last stage that the request reached'),
    rulesLookedAt: z
      .array(z.string())
      .readonly()
      .describe('Ids of the rules that the request was checked against'),
    outcome: z
      .looseObject({})
      .describe('The outcome, in the member `issued`, `refused`, `answered` or `fault`'),
    fault: z.string().optional().describe('How a fault changed the real answer, in words'),
    expiresIn: z.int().optional().describe('`expires_in` of the answer, in seconds'),
  })
  .describe('One request as the identity provider received and answered it, secrets masked')
