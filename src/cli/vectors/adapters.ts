/**
 * The adapter of every vector file, by the file's name without `.json`. A file that is not listed is an error.
 *
 * @module
 */
import type { Adapter } from './adapter.ts'

export const ADAPTERS: Readonly<Record<string, Adapter>> = {}
