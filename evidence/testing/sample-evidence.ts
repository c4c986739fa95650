import type { EvidenceIndex, Exchange, ScenarioEvidenceFile } from '../format.ts'

/** What the sample exchanges become: every value that is the tenant's own is gone. */
export const sampleExchanges: readonly Exchange[] = [
  {
    step: 1,
    request: {
      method: 'POST',
      path: '/{Contoso}/oauth2/v2.0/token',
      query: [],
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
      },
      form: [
        ['client_id', '{Concierge}'],
        ['scope', 'api://AzureADTokenExchange/.default'],
        ['client_secret', '{secret of Concierge}'],
        ['fmi_path', '{Booking}'],
        ['shape:name', 'shape:text(1-16)'],
      ],
    },
    answer: {
      status: 200,
      headers: {
        'content-type': 'application/json; charset=utf-8',
      },
      body: {
        access_token: {
          header: {
            alg: 'RS256',
            kid: 'shape:base64url(27)',
            typ: 'JWT',
          },
          claims: {
            aio: 'shape:opaque(33-96)',
            app_displayname: 'shape:text',
            aud: 'shape:guid',
            exp: 'time:+3600s',
            iat: 'time:-300s',
            ipaddr: 'shape:text',
            iss: '{authority}/{Contoso}/v2.0',
            oid: 'shape:guid',
            roles: ['AgentIdentity.CreateAsManager', 'shape:role'],
            sub: '/eid1/c/pub/t/{Contoso as bytes}/a/shape:text(1-16)/{Booking in upper case}',
            tid: '{Contoso}',
            upn: 'shape:text',
            uti: 'shape:base64url(22)',
            xms_act_fct: 'facets 3 9',
            xms_new: 'shape:text(17-32)',
            xms_tcdt: 'shape:number',
            'unknown members': ['shape:text(1-16)'],
          },
          signature: 'shape:base64url(33-96)',
        },
        expires_in: 3599,
        token_type: 'Bearer',
      },
    },
  },
  {
    step: 2,
    request: {
      method: 'POST',
      path: '/{Contoso}/oauth2/v2.0/token',
      query: [],
      headers: {
        authorization: 'Basic {Concierge}:{secret of Concierge}',
        'content-type': 'application/x-www-form-urlencoded',
      },
      form: [
        ['client_id', '{Booking}'],
        ['client_assertion', '{token one}'],
      ],
    },
    answer: {
      status: 401,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'x-ms-request-id': 'shape:guid',
      },
      body: {
        error: 'invalid_client',
        error_codes: [7000215],
        error_description: 'AADSTS7000215: shape:prose',
        expires_in: 'shape:number',
        timestamp: 'shape:time(0000-00-00 00:00:00Z) time:+1s',
        trace_id: 'shape:guid',
      },
    },
  },
  {
    step: 2,
    request: {
      method: 'POST',
      path: '/{Contoso}/oauth2/v2.0/token',
      query: [['login_hint', 'shape:text(17-32)']],
      headers: {},
      form: [],
      body: { 'unknown members': ['shape:text(1-16)'] },
    },
    answer: {
      status: 503,
      headers: {
        'content-type': 'text/plain;charset=UTF-8',
        'retry-after': '7',
      },
      body: 'shape:body',
    },
  },
  {
    step: 2,
    request: {
      method: 'POST',
      path: '/{Contoso}/oauth2/v2.0/token',
      query: [],
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
      },
      form: [['client_secret', 'shape:secret']],
    },
    answer: {
      status: 0,
      headers: {},
      body: 'shape:nothing',
    },
  },
]

export const sampleScenario: ScenarioEvidenceFile = {
  format: 'agentid-evidence/1',
  title: 'A blueprint that lost its secret is refused',
  feature: 'Obtaining T1',
  file: 'features/blueprint/obtaining-t1.feature',
  rules: ['CRED-SECRET'],
  status: 'observed',
  missing: ['AGENTID_OTHER_AGENT_ID'],
  steps: [
    { keyword: 'Given', text: '"Concierge" has obtained T1 for "Booking"' },
    { keyword: 'When', text: '"Booking" asks for a token for "Microsoft Graph"' },
  ],
  observations: [
    'the request is refused under rule CRED-SECRET: expected 401, got 400, AADSTS7000215',
  ],
  exchanges: sampleExchanges,
}

export const sampleIndex: EvidenceIndex = {
  format: 'agentid-evidence/1',
  day: '2026-11-23',
  tool: { name: 'agentid-conformance', version: '0.1.0' },
  target: {
    kind: 'live',
    authority: 'https://login.microsoftonline.com',
    credential: 'its client secret',
    variables: ['AGENTID_TENANT_ID'],
  },
  scenarios: [
    {
      title: sampleScenario.title,
      file: 'scenarios/blueprint/obtaining-t1/a-blueprint-that-lost-its-secret-is-refused.json',
      rules: ['CRED-SECRET'],
      status: 'observed',
      exchanges: 4,
    },
  ],
}
