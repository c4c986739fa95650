import { exchange } from '../token-kinds.ts'
import type { TokenRequest } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { caching, readingRefused, regranting, taking } from './wrong-grants.ts'

const value = ({ form }: TokenRequest, name: string) => form.get(name) ?? ''
const isStepTwo = ({ form }: TokenRequest) =>
  form.has('client_assertion') && !form.has('fmi_path')
const nowSeconds = () => Date.now() / 1000
const guid = /[0-9a-f-]{36}$/

/** Tokens that somebody gets who must not. */
export const unseenTokenGrants: readonly BrokenProvider[] = [
  {
    name: 'a T1 is taken for an agent that used one before, though it names another agent',
    breaks: [],
    options: regranting((asked) => `${asked.tenant} ${value(asked, 'client_id')} ${value(asked, 'scope')}`),
  },
  {
    name: 'a T1 of another tenant is taken',
    breaks: [],
    options: taking(({ tenant }, { tid, sub }) => String(sub).startsWith('/eid1/') && guid.test(tenant) && tid !== tenant),
  },
  {
    name: 'a T1 that expired within the last day is taken',
    breaks: [],
    options: taking((_, { sub, exp }) => String(sub).startsWith('/eid1/') && Number(exp) < nowSeconds() + 1e9 && Number(exp) > 0),
  },
  {
    name: 'a T2 is taken as a T1 of the same agent',
    breaks: [],
    options: taking((asked, { aud, azp }) => aud === exchange && azp === value(asked, 'client_id')),
  },
  {
    name: 'a Graph token of an agent is taken as its T1',
    breaks: [],
    options: taking((asked, { appid }) => appid === value(asked, 'client_id')),
  },
  {
    name: 'a Graph token of the blueprint is taken as a T1 of its agents',
    breaks: [],
    options: taking((_, { appid, idtyp, aud, xms_par_app_azp }) => appid !== undefined && idtyp === 'app' && String(aud).includes('graph') && xms_par_app_azp === undefined),
  },
  {
    name: 'a T1 whose signature is cut off is taken',
    breaks: [],
    options: taking((asked) => /^[^.]+\.[^.]+\.$/.test(value(asked, 'client_assertion'))),
  },
  {
    name: 'a T1 with a part behind its signature is taken',
    breaks: [],
    options: readingRefused(
      (asked) => isStepTwo(asked) && value(asked, 'client_assertion').split('.').length > 3,
      (asked) => ({ client_assertion: value(asked, 'client_assertion').split('.').slice(0, 3).join('.') }),
    ),
  },
  {
    name: 'a T1 with white space around it is taken',
    breaks: [],
    options: readingRefused(isStepTwo, (asked) => ({ client_assertion: value(asked, 'client_assertion').replace(/\s/g, '') })),
  },
  {
    name: 'a T1 in standard base64 is taken',
    breaks: [],
    options: readingRefused(isStepTwo, (asked) => ({ client_assertion: value(asked, 'client_assertion').replace(/=/g, '').replaceAll('+', '-').replaceAll('/', '_') })),
  },
  {
    name: 'a token is given from a cache by client and scope, whatever proof is sent',
    breaks: [],
    options: caching(isStepTwo, (asked) => `${asked.tenant} ${value(asked, 'client_id')} ${value(asked, 'scope')}`),
  },
  {
    name: 'T1 is cached by the agent it names, whichever blueprint asks',
    breaks: [],
    options: caching(({ form }) => form.has('fmi_path'), (asked) => `${asked.tenant} ${value(asked, 'fmi_path')} ${asked.form.has('fmi_path')}`),
  },
  {
    name: 'an agent token is cached by T1 and client, whatever the scope',
    breaks: [],
    options: caching(isStepTwo, (asked) => `${value(asked, 'client_id')} ${value(asked, 'client_assertion')}`),
  },
  {
    name: 'an agent token is cached by client and scope in all tenants',
    breaks: [],
    options: caching(isStepTwo, (asked) => `${value(asked, 'client_id')} ${value(asked, 'scope')}`),
  },
  {
    name: 'a blueprint token is cached by client and scope, so that a wrong secret is served',
    breaks: [],
    options: regranting((asked) => (asked.form.has('client_secret') ? `${asked.tenant} ${value(asked, 'client_id')} ${value(asked, 'scope')} ${value(asked, 'fmi_path')}` : `${Math.random()}`)),
  },
  {
    name: 'a request that was granted once is granted again, whatever the directory says now',
    breaks: [],
    options: regranting(({ tenant, form, request }) => `${tenant} ${form} ${request.headers.get('authorization')}`),
  },
  {
    name: 'an agent that got a token once gets one again with every later T1, whatever the directory says now',
    breaks: [],
    options: regranting((asked) => isStepTwo(asked) ? `${asked.tenant} ${value(asked, 'client_id')} ${value(asked, 'scope')}` : `${Math.random()}`),
  },
  {
    name: 'a T1 for a sibling is issued to an agent that proves itself with its own T1',
    breaks: [],
    options: siblingT1(),
  },
  {
    name: 'a T1 redeemed together with a secret is taken',
    breaks: [],
    options: readingRefused(
      (asked) => isStepTwo(asked) && asked.form.has('client_secret'),
      () => ({ client_secret: undefined }),
    ),
  },
  {
    name: 'a T1 under the name of a SAML assertion is taken',
    breaks: [],
    options: readingRefused(
      (asked) => /saml/i.test(value(asked, 'client_assertion_type')),
      () => ({ client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' }),
    ),
  },
  {
    name: 'an edited T1 is taken when its edited claims are other than its subject',
    breaks: [],
    options: taking((asked, { sub }) => String(sub).endsWith(value(asked, 'client_id')) && String(sub).startsWith('/eid1/')),
  },
]

/** The blueprint's proof of the last step 1 serves for a step 1 that an agent asks for. */
function siblingT1() {
  let stepOne: URLSearchParams | undefined
  return readingRefused(
    ({ form }) => {
      const isOfBlueprint = form.has('fmi_path') && !String(form.get('client_assertion')).includes('ZWlkMS')
      if (isOfBlueprint && form.has('client_secret')) stepOne = form
      return form.has('fmi_path') && form.has('client_assertion') && stepOne !== undefined
    },
    () => ({
      client_id: stepOne?.get('client_id') ?? undefined,
      client_secret: stepOne?.get('client_secret') ?? undefined,
      client_assertion: undefined,
      client_assertion_type: undefined,
    }),
  )
}
