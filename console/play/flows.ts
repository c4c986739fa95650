/** One request of a flow, or the token of a person that comes before it. */
export type StepName = 't1' | 'redeem' | 't2' | 'person' | 'obo' | 'userFic'

export type Step = {
  readonly title: string
  readonly says: string
  /** Named ways to break it. */
  readonly breaks: Readonly<Record<string, string>>
}

export const steps: Readonly<Record<StepName, Step>> = {
  t1: {
    title: 'Get T1',
    says: 'The blueprint proves itself, and names the agent identity in fmi_path.',
    breaks: {
      secret: 'with a wrong secret',
      stranger: 'for an agent identity that the blueprint does not have',
      nobody: 'without fmi_path',
      resource: 'for Microsoft Graph in place of the token exchange',
    },
  },
  redeem: {
    title: 'Redeem T1',
    says: 'The agent identity presents T1, and gets a token for Microsoft Graph.',
    breaks: {
      other: 'as another agent identity',
      signature: 'with a T1 whose signature was changed',
      blueprint: 'as the blueprint itself',
      two: 'for two resources at once',
    },
  },
  t2: {
    title: 'Get T2',
    says: 'The agent identity presents T1, and gets a token for the token exchange.',
    breaks: {
      other: 'as another agent identity',
      signature: 'with a T1 whose signature was changed',
    },
  },
  person: {
    title: 'A person signs in',
    says: 'An application gets a token of a person for the blueprint (Tc). Here the control API makes it.',
    breaks: { expired: 'long ago, so that the token has expired' },
  },
  obo: {
    title: 'Act for the person',
    says: 'The agent identity presents T1 and the token of the person, and gets a token for Microsoft Graph.',
    breaks: {
      missing: 'without the token of the person',
      mixed: 'with T1 in place of the token of the person',
      use: 'without requested_token_use',
    },
  },
  userFic: {
    title: 'Act as the agent user',
    says: 'The agent identity presents T1 and T2, and gets a token of its own user account.',
    breaks: {
      mixed: 'with T1 in place of T2',
      person: 'for a person who is not its user account',
    },
  },
}

export const flows = {
  autonomous: { title: 'For itself', steps: ['t1', 'redeem'] },
  obo: { title: 'On behalf of a person', steps: ['t1', 'person', 'obo'] },
  agentUser: { title: 'As its agent user', steps: ['t1', 't2', 'userFic'] },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly steps: readonly StepName[] }>
>

export type FlowName = keyof typeof flows

export function isFlowName(name: string): name is FlowName {
  return Object.hasOwn(flows, name)
}
