import { type Ports, privateFiles, type SignIn } from '../../provision/index.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Surroundings } from '../surroundings.ts'
import { writeLines } from '../terminal/output.ts'
import { pageFor } from '../terminal/page.ts'
import { describeFailure } from './describe-failure.ts'
import { makePorts, readAuthority } from './make-ports.ts'
import type { DirectoryOptions } from './provision-options.ts'
import { chooseSignIn } from './sign-in.ts'
import type { SignInTarget } from './sign-in-target.ts'
import type { TargetSettings } from './target-settings.ts'

export type DirectoryRun = {
  readonly options: DirectoryOptions
  readonly settings: TargetSettings & { readonly tenantId: string | undefined }
  readonly work: (ports: Ports) => Promise<void>
  /** The record, and what to say while there is one after a run that did not finish. */
  readonly record: string
  readonly afterwards: string
}

/** Signs in, does the work, and turns what stops it into lines and an exit code. */
export async function runInDirectory(run: DirectoryRun, surroundings: Surroundings) {
  const { options, settings, work } = run
  const { stderr, env, now } = surroundings
  const interruption = new AbortController()
  const stopListening = surroundings.onInterrupt(() => interruption.abort())
  try {
    const certificateAuthority = await readAuthority(settings.caFile)
    const target: SignInTarget = { ...settings, certificateAuthority }
    const signedIn: SignIn = await chooseSignIn(options, target, surroundings)
    const ports = makePorts(surroundings, signedIn, certificateAuthority, interruption.signal)
    ports.tell({ kind: 'step', label: 'sign-in', text: signedIn.origin })
    await work(ports)
    return exitCodes.done
  } catch (error) {
    if (interruption.signal.aborted) {
      writeLines(stderr, ['interrupted', ...(await outlook(run))])
      return exitCodes.interrupted
    }
    const failure = describeFailure(error, settings.authorityHost, now(), pageFor(stderr, env))
    if (failure === undefined) throw error
    writeLines(stderr, failure.lines)
    if (failure.exitCode === exitCodes.failed) writeLines(stderr, await outlook(run))
    return failure.exitCode
  } finally {
    stopListening()
  }
}

/** Without a record the run made nothing, and there is nothing to continue. */
async function outlook({ record, afterwards }: DirectoryRun): Promise<readonly string[]> {
  return (await privateFiles.read(record)) === undefined ? [] : [afterwards]
}
