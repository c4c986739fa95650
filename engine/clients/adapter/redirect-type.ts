/** Redirects a client's requests to Microsoft Entra to the identity provider of the run. */
export type Redirect = {
  /** Variables for the process of the client. */
  readonly environment: Readonly<Record<string, string>>
  /** Other hosts that the client contacted, in order, once per attempt. */
  readonly strangeHosts: () => readonly string[]
  readonly close: () => Promise<void>
}

export type OpenRedirect = () => Promise<Redirect>
