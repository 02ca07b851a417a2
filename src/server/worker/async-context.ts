/**
 * Gives LangGraph its asynchronous context in workerd, where it resolves to its build for browsers and has none: without
 * it `interrupt()` throws. Must be imported before anything that imports LangGraph.
 *
 * @module
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { AsyncLocalStorageProviderSingleton } from '@langchain/core/singletons'

AsyncLocalStorageProviderSingleton.initializeGlobalInstance(new AsyncLocalStorage())
