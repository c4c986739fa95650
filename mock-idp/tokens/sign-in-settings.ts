/** How people sign in at one tenant. */
export type SignInSettings = {
  /** Whether a `login_hint` signs its person in and consents for them, without a page. */
  readonly automatic: boolean
  /** What the page asks everybody for. Null: it asks for no password. */
  readonly password: string | null
  /** How a sign-in happens, as `amr` says it. */
  readonly methods: readonly string[]
  /** What an agent identity gets that asks a person to consent: 82014 (documented since July 2026), or the page (before). */
  readonly agentConsent: 'refused' | 'page'
  /** What a client hears when a person declines: as captured, or as documented. */
  readonly declinedConsent: 'consent_required' | 'access_denied'
}

export type SignInSettingsStore = {
  readonly current: () => SignInSettings
  /** Members left out stay as they are. */
  readonly set: (
    change: { readonly [Name in keyof SignInSettings]?: SignInSettings[Name] | undefined },
  ) => void
  readonly reset: () => void
}

const usual: SignInSettings = {
  automatic: false,
  password: null,
  methods: ['pwd', 'mfa'],
  agentConsent: 'refused',
  declinedConsent: 'consent_required',
}

export function createSignInSettings(): SignInSettingsStore {
  let settings = usual
  return {
    current: () => settings,
    set: (change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined)
      settings = { ...settings, ...Object.fromEntries(given) }
    },
    reset: () => {
      settings = usual
    },
  }
}
