import type { BrokenClient } from './broken-client.ts'
import { writtenByHand } from './unseen-client.ts'

/** Clients written by hand that use a chain, a machine or a file wrongly. */
export const provingOtherwiseByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: sends the root first',
    breaks: 'SIGN-CHAIN-ORDER',
    seams: writtenByHand({
      sign: ({ header }) => {
        if (Array.isArray(header.x5c)) header.x5c.reverse()
      },
    }),
  },
  {
    name: 'by hand: sends certificates as PEM with CRLF',
    breaks: 'SIGN-HEADER',
    seams: writtenByHand({
      sign: ({ header, chain }) => {
        if (header.x5c) header.x5c = chain.map((one) => one.toString().replaceAll('\n', '\r\n'))
      },
    }),
  },
  {
    name: 'by hand: sends certificates in base64url',
    breaks: 'SIGN-HEADER',
    seams: writtenByHand({
      sign: ({ header, chain }) => {
        if (header.x5c) header.x5c = chain.map(({ raw }) => raw.toString('base64url'))
      },
    }),
  },
  {
    name: 'by hand: sends the leaf alone',
    breaks: 'SIGN-CHAIN',
    seams: writtenByHand({
      sign: ({ header }) => {
        if (Array.isArray(header.x5c)) header.x5c = header.x5c.slice(0, 1)
      },
    }),
  },
  {
    name: 'by hand: asks the machine for Graph',
    breaks: 'MANAGED-IDENTITY-AUDIENCE',
    seams: writtenByHand({
      machineUrl: (url) => url.searchParams.set('resource', 'https://graph.microsoft.com'),
    }),
  },
  {
    name: 'by hand: asks the machine for its own identity',
    breaks: 'MANAGED-IDENTITY-CLIENT',
    seams: writtenByHand({ machineUrl: (url) => url.searchParams.delete('client_id') }),
  },
  {
    name: 'by hand: names the identity of the machine as an object id',
    breaks: 'MANAGED-IDENTITY-CLIENT',
    seams: writtenByHand({
      machineUrl: (url) => {
        const id = url.searchParams.get('client_id')
        url.searchParams.delete('client_id')
        if (id) url.searchParams.set('object_id', id)
      },
    }),
  },
  {
    name: 'by hand: asks the machine without its header',
    breaks: 'LEG-TOKEN',
    seams: writtenByHand({
      machineHeaders: (headers) => {
        delete headers.metadata
      },
    }),
  },
  {
    name: 'by hand: sends the file with its line end',
    breaks: 'FILE-LINE-END',
    seams: writtenByHand({ fileText: (text) => text }),
  },
  {
    name: 'by hand: sends the file as Base64',
    breaks: 'LEG-TOKEN',
    seams: writtenByHand({ fileText: (text) => Buffer.from(text).toString('base64') }),
  },
]
