import { also, type BrokenClient } from './broken-client.ts'
import { writtenByHand } from './unseen-client.ts'
import { right } from './unseen-client-parts.ts'

/** Clients written by hand whose requests are wrong. */
export const sendingByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: names the agent in both steps',
    breaks: 'LEG-FMI-PATH',
    seams: writtenByHand({ letter: ({ form, asked }) => form.set('fmi_path', asked.agent) }),
  },
  {
    name: 'by hand: names the agent in the second step alone',
    breaks: 'LEG-FMI-PATH',
    seams: writtenByHand({
      letter: ({ form, asked, leg }) =>
        leg === 't1' ? form.delete('fmi_path') : form.set('fmi_path', asked.agent),
    }),
  },
  {
    name: 'by hand: names the agent in upper case',
    breaks: 'LEG-CREDENTIAL',
    alsoBreaks: [...also('the fault shows after a failure', 'RETRY-ENDS')],
    toleratedBy: ['T1-AGENT-CASE'],
    seams: writtenByHand({
      letter: ({ form, asked, leg }) => {
        if (leg === 't1') form.set('fmi_path', asked.agent.toUpperCase())
      },
    }),
  },
  {
    name: 'by hand: encodes the name of the agent twice',
    breaks: 'LEG-FMI-PATH',
    seams: writtenByHand({
      letter: ({ form, asked, leg }) => {
        if (leg === 't1') form.set('fmi_path', asked.agent.replaceAll('-', '%2D'))
      },
    }),
  },
  {
    name: 'by hand: writes the agent in braces',
    breaks: 'LEG-FMI-PATH',
    seams: writtenByHand({
      letter: ({ form, asked, leg }) => {
        if (leg === 't1') form.set('fmi_path', `{${asked.agent}}`)
      },
    }),
  },
  {
    name: 'by hand: writes a slash before the agent',
    breaks: 'LEG-FMI-PATH',
    seams: writtenByHand({
      letter: ({ form, asked, leg }) => {
        if (leg === 't1') form.set('fmi_path', `/${asked.agent}`)
      },
    }),
  },
  {
    name: 'by hand: names the agent in the URL',
    breaks: 'LEG-FMI-PATH',
    seams: writtenByHand({
      letter: ({ form, url, asked, leg }) => {
        if (leg !== 't1') return
        form.delete('fmi_path')
        url.searchParams.set('fmi_path', asked.agent)
      },
    }),
  },
  {
    name: 'by hand: asks the v1 endpoint for a resource',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: writtenByHand({
      letter: ({ form, url }) => {
        url.pathname = url.pathname.replace('/v2.0', '')
        form.set('resource', String(form.get('scope')).replace('/.default', ''))
        form.delete('scope')
      },
    }),
  },
  {
    name: 'by hand: leaves /.default away',
    breaks: 'LEG-SCOPE',
    seams: writtenByHand({
      letter: ({ form }) => form.set('scope', String(form.get('scope')).replace('/.default', '')),
    }),
  },
  {
    name: 'by hand: asks for Graph in the first step',
    breaks: 'LEG-SCOPE',
    seams: writtenByHand({
      letter: ({ form, asked, leg }) => {
        if (leg === 't1') form.set('scope', asked.scope)
      },
    }),
  },
  {
    name: 'by hand: asks /common in the second step',
    breaks: 'AUTHORITY-TENANT',
    seams: writtenByHand({
      letter: ({ url, asked, leg }) => {
        if (leg !== 't1') url.pathname = url.pathname.replace(asked.tenantId, 'common')
      },
    }),
  },
  {
    name: 'by hand: asks the configured tenant for T1, and the tenant of the call for the token',
    breaks: 'AUTHORITY-CALL-TENANT',
    alsoBreaks: [
      ...also('a T1 of another tenant is presented', 'AUTHORITY-TENANT'),
      ...also('the assertion for another tenant meets the same fault', 'SIGN-AUDIENCE'),
    ],
    seams: writtenByHand({
      letter: ({ url, asked, leg }) => {
        if (leg === 't1') url.pathname = url.pathname.replace(asked.tenantId, asked.setup.tenantId)
      },
    }),
  },
  {
    name: 'by hand: asks /organizations where no tenant is named for the call',
    breaks: 'AUTHORITY-TENANT',
    seams: writtenByHand({
      hear: (wanted, setup) => ({
        ...right.hear(wanted, setup),
        tenantId: wanted.tenantId ?? 'organizations',
      }),
    }),
  },
  {
    name: 'by hand: knows the public cloud alone',
    breaks: 'CLOUD-AUDIENCE',
    seams: writtenByHand({
      letter: ({ form, leg }) => {
        if (leg === 't1') form.set('scope', 'api://AzureADTokenExchange/.default')
      },
    }),
  },
]
