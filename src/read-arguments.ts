/**
 * How a command reads what stands behind its name.
 *
 * @module
 */
import { type ParseArgsConfig, parseArgs } from 'node:util'

/** What stands behind a command's name cannot be used; the message says why. */
export class WrongUsage extends Error {}

type Parsed<T extends ParseArgsConfig> = ReturnType<typeof parseArgs<T>>

/**
 * Reads the arguments. `--help` prints how the command is used and ends the process with 0; an option that it does not
 * know, or a value that `read` refuses with WrongUsage, is told together with the usage and ends it with 2.
 *
 * @param args those of the process unless told
 */
export function readArguments<const T extends ParseArgsConfig, R>(
  usage: string,
  config: T,
  read: (parsed: Parsed<T>) => R,
  args: readonly string[] = process.argv.slice(2),
): R {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${usage}\n`)
    process.exit(0)
  }
  try {
    return read(parseArgs({ ...config, args: [...args] }) as Parsed<T>)
  } catch (error) {
    if (!(error instanceof Error) || !isUsage(error)) throw error
    // The library goes on about options that begin with a dash; the first sentence is what helps.
    process.stderr.write(`${error.message.split('. ')[0]}\n\n${usage}\n`)
    process.exit(2)
  }
}

/** @throws WrongUsage unless it is a whole number from `least` */
export function wholeNumber(option: string, text: string, least = 1): number {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isSafeInteger(value) || value < least) {
    throw new WrongUsage(`--${option} must be a whole number from ${least}, not "${text}"`)
  }
  return value
}

function isUsage(error: Error): boolean {
  return error instanceof WrongUsage || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
}
