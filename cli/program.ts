import { Command, CommanderError, Help, type Option } from 'commander'
import { printable } from '../wire/printable.ts'
import { registerCompareLive } from './compare-live/command.ts'
import { registerConformance } from './conformance/command.ts'
import { exitCodes } from './exit-codes.ts'
import { registerExplain } from './explain/command.ts'
import { registerHealth } from './health/command.ts'
import { registerJournal } from './journal/command.ts'
import { registerObserve } from './observe/command.ts'
import { registerProvision } from './provision/command.ts'
import { registerRules } from './rules/command.ts'
import { registerServe } from './serve/command.ts'
import type { Surroundings } from './surroundings.ts'
import { registerTeardown } from './teardown/command.ts'
import { registerTenants } from './tenants/command.ts'
import { coloursFor, hasColours } from './terminal/colours.ts'
import { registerToken } from './token/command.ts'
import { UsageError } from './usage-error.ts'
import { readVersion } from './version.ts'

/**
 * Runs one command and returns its exit code: 0 done, 1 refused or failed, 2 usage or configuration.
 * Each subcommand loads its code when it runs, so the others start fast.
 */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let exitCode: number = exitCodes.done
  const program = createProgram(surroundings, (code) => {
    if (typeof code === 'number') exitCode = code
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    return failed(error, args, surroundings)
  }
}

/** `agentid` with all its subcommands. `finish` takes the exit code of the one that runs. */
export function createProgram(
  surroundings: Surroundings,
  finish: (exitCode: unknown) => void,
): Command {
  const { stdout, stderr, env } = surroundings
  const program = new Command('agentid')
    .description('Conformance harness for Microsoft Entra Agent ID token flows')
    .version(readVersion())
    .exitOverride()
    .showHelpAfterError('(see --help)')
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => stdout.columns ?? 80,
      getErrHelpWidth: () => stderr.columns ?? 80,
      getOutHasColors: () => hasColours(stdout, env),
      getErrHasColors: () => hasColours(stderr, env),
    })
    .configureHelp({ styleTitle: coloursFor(stdout, env).title, optionDescription })
    .addHelpText('after', '\nRun `agentid help <command>` for details and examples.')
  const registration = { program, surroundings, finish }
  registerServe(registration)
  registerHealth(registration)
  registerToken(registration)
  registerJournal(registration)
  registerTenants(registration)
  registerConformance(registration)
  registerCompareLive(registration)
  registerObserve(registration)
  registerRules(registration)
  registerExplain(registration)
  registerProvision(registration)
  registerTeardown(registration)
  return program
}

/** That a flag is off unless it is given needs no words. */
function optionDescription(option: Option): string {
  return option.isBoolean() ? option.description : new Help().optionDescription(option)
}

/** Commander has written its own errors already; help and version count as done. */
function failed(
  error: unknown,
  [command = '']: readonly string[],
  { stderr }: Surroundings,
): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  }
  const message = error instanceof Error ? error.message : String(error)
  const safe = message.split('\n').map(printable).join('\n')
  stderr.write(`agentid ${command}: ${safe}\n`)
  return error instanceof UsageError ? exitCodes.usage : exitCodes.failed
}
