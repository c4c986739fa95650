import type { ApiManifest } from './read-api-manifest.ts'

/** An API to judge: as its manifest says, or as a command line does. */
export type ApiSpec = Omit<ApiManifest, 'command' | 'health'> & {
  /** Absent: the API runs already, at `origin`. */
  readonly command?: readonly string[] | undefined
  /** Where it answers. Absent: on a free port of this machine, which `PORT` names. */
  readonly origin?: string | undefined
  /** Absent: it is ready as soon as its resource answers without an error of its own. */
  readonly health?: string | undefined
  /** Its application id. Absent: one of this run. */
  readonly audience?: string | undefined
}
