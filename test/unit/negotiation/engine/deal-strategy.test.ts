import { dealStrategy } from '../../../../tools/negotiation/engine/deal-strategy.ts'
import { behavesLikeAStrategy } from '../../../support/strategy-spec.ts'

behavesLikeAStrategy('the engine over typed terms', dealStrategy, { containment: 100, concession: 60 })
