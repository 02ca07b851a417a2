import { timeDependent } from '../../../tools/negotiation/time-dependent.ts'
import { behavesLikeAStrategy } from '../../support/strategy-spec.ts'

behavesLikeAStrategy('the time-dependent strategy', timeDependent, { containment: 300, concession: 200 })
