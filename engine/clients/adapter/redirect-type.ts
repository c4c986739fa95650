/** What leads a client that asks the hosts of Microsoft Entra to the identity provider of the run. */
export type Redirect = {
  /** Variables for the process of the client. */
  readonly environment: Readonly<Record<string, string>>
  /** Other hosts that it asked, in order, once per attempt. */
  readonly strangeHosts: () => readonly string[]
  readonly close: () => Promise<void>
}

export type OpenRedirect = () => Promise<Redirect>
