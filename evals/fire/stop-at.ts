/**
 * A module to be loaded before a server (`node --import`): ends the process with SIGKILL at the fault point that
 * FIRE_STOP_AT names.
 *
 * @module
 */
import { faultPoint } from './fault-points.ts'
import { watchProcess } from './watch-process.ts'

const name = process.env.FIRE_STOP_AT ?? ''
if (name !== '') watchProcess([faultPoint(name)], () => process.kill(process.pid, 'SIGKILL'))
