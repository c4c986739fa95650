import { exchange } from '../token-kinds.ts'
import type { TokenRequest } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { caching, readingRefused, regranting, taking } from './wrong-grants.ts'

const value = ({ form }: TokenRequest, name: string) => form.get(name) ?? ''
const isStepTwo = ({ form }: TokenRequest) => form.has('client_assertion') && !form.has('fmi_path')
const guid = /[0-9a-f-]{36}$/

/** Tokens that somebody gets who must not. */
export const unseenTokenGrants: readonly BrokenProvider[] = [
  {
    name: 'a T1 is taken for an agent that used one before, though it names another agent',
    breaks: ['T1-AGENT'],
    options: regranting(
      (asked) => `${asked.tenant} ${value(asked, 'client_id')} ${value(asked, 'scope')}`,
    ),
  },
  {
    name: 'a T1 of another tenant is taken',
    breaks: ['T1-ISSUER'],
    options: taking(
      ({ tenant }, { tid, sub }) =>
        String(sub).startsWith('/eid1/') && guid.test(tenant) && tid !== tenant,
    ),
  },
  {
    name: 'a T1 that the provider issued to the agent is taken for good',
    breaks: ['T1-EXPIRED'],
    options: taking(
      (asked, { sub }, isGenuine) => isGenuine && String(sub).endsWith(value(asked, 'client_id')),
    ),
  },
  {
    name: 'a T2 is taken as a T1 of the same agent',
    breaks: ['T1-SUBJECT'],
    options: taking((asked, { aud, azp }) => aud === exchange && azp === value(asked, 'client_id')),
  },
  {
    name: 'a Graph token of an agent is taken as its T1',
    breaks: ['T1-ISSUER'],
    options: taking((asked, { appid }) => appid === value(asked, 'client_id')),
  },
  {
    name: 'a T1 whose signature is cut off is taken',
    breaks: ['T1-SIGNATURE'],
    options: taking((asked) => /^[^.]+\.[^.]+\.$/.test(value(asked, 'client_assertion'))),
  },
  {
    name: 'a T1 with a part behind its signature is taken',
    breaks: ['ASSERT-JWT'],
    options: readingRefused(
      (asked) => isStepTwo(asked) && value(asked, 'client_assertion').split('.').length > 3,
      (asked) => ({
        client_assertion: value(asked, 'client_assertion').split('.').slice(0, 3).join('.'),
      }),
    ),
  },
  {
    name: 'a T1 with white space around it is taken',
    breaks: ['ASSERT-JWT'],
    options: readingRefused(isStepTwo, (asked) => ({
      client_assertion: value(asked, 'client_assertion').replace(/\s/g, ''),
    })),
  },
  {
    name: 'a T1 in standard base64 is taken',
    breaks: ['ASSERT-JWT'],
    options: readingRefused(isStepTwo, (asked) => ({
      client_assertion: value(asked, 'client_assertion')
        .replace(/=/g, '')
        .replaceAll('+', '-')
        .replaceAll('/', '_'),
    })),
  },
  {
    name: 'a token is given from a cache by client and scope, whatever proof is sent',
    breaks: ['T1-SIGNATURE'],
    options: caching(
      isStepTwo,
      (asked) => `${asked.tenant} ${value(asked, 'client_id')} ${value(asked, 'scope')}`,
    ),
  },
  {
    name: 'an agent token is cached by T1 and client, whatever the scope',
    breaks: ['TOKEN-FORM'],
    options: caching(
      isStepTwo,
      (asked) => `${value(asked, 'client_id')} ${value(asked, 'client_assertion')}`,
    ),
  },
  {
    name: 'an agent token is cached by client and scope in all tenants',
    breaks: ['T1-SIGNATURE'],
    options: caching(isStepTwo, (asked) => `${value(asked, 'client_id')} ${value(asked, 'scope')}`),
  },
  {
    name: 'a blueprint token is cached by client and scope, so that a wrong secret is served',
    breaks: ['CRED-SECRET'],
    options: regranting((asked) =>
      asked.form.has('client_secret')
        ? `${asked.tenant} ${value(asked, 'client_id')} ${value(asked, 'scope')} ${value(asked, 'fmi_path')}`
        : `${Math.random()}`,
    ),
  },
  {
    name: 'a request that was granted once is granted again, whatever the directory says now',
    breaks: ['T1-EXPIRED'],
    options: regranting(
      ({ tenant, form, request }) => `${tenant} ${form} ${request.headers.get('authorization')}`,
    ),
  },
  {
    name: 'an agent that got a token once gets one again with every later T1, whatever the directory says now',
    breaks: ['T1-SIGNATURE'],
    options: regranting((asked) =>
      isStepTwo(asked)
        ? `${asked.tenant} ${value(asked, 'client_id')} ${value(asked, 'scope')}`
        : `${Math.random()}`,
    ),
  },
  {
    name: 'a T1 redeemed together with a secret is taken',
    breaks: ['CRED-SINGLE'],
    options: readingRefused(
      (asked) => isStepTwo(asked) && asked.form.has('client_secret'),
      () => ({ client_secret: undefined }),
    ),
  },
  {
    name: 'a T1 under the name of a SAML assertion is taken',
    breaks: ['ASSERT-TYPE'],
    options: readingRefused(
      (asked) => /saml/i.test(value(asked, 'client_assertion_type')),
      () => ({ client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' }),
    ),
  },
  {
    name: 'an edited T1 is taken when its edited claims are other than its subject',
    breaks: ['T1-SIGNATURE'],
    options: taking(
      (asked, { sub }) =>
        String(sub).endsWith(value(asked, 'client_id')) && String(sub).startsWith('/eid1/'),
    ),
  },
]
