/**
 * German tax on the interest of savings (Abgeltungsteuer).
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Explanation, Rule } from '../shared/explanation.ts'
import { fromDecimal, type Money, money, subtract } from '../shared/money.ts'
import { likewise, notNegative, percent, type Rate, refuse, shown } from './ranges.ts'

export const SAVINGS_TAX: Rule = {
  id: 'de.estg.32d',
  title: { de: 'Abgeltungsteuer auf Zinsen', en: 'Flat tax on interest in Germany' },
  source: '§ 32d Abs. 1, § 20 Abs. 9 EStG; §§ 3, 4 SolzG',
  validFrom: '2009-01-01',
  validTo: null,
}

const SOLIDARITY_SURCHARGE = new Decimal('0.055')

export interface SavingsTax {
  readonly tax: Money
  readonly net: Money
  readonly explanation: Explanation
}

/**
 * The tax on a year's interest above the allowance: 25 % (less where church tax is due, which is deductible), the
 * solidarity surcharge and the church tax on it; fractions of a cent of both additions fall away.
 *
 * @param allowance what is left of the Sparer-Pauschbetrag, 1,000 EUR for one person since 2023
 * @param churchTaxPercent 0, 8 (Bavaria, Baden-Württemberg) or 9
 */
export function savingsTax({
  grossInterest,
  allowance,
  churchTaxPercent = '0',
}: {
  readonly grossInterest: Money
  readonly allowance: Money
  readonly churchTaxPercent?: Rate
}): SavingsTax {
  refuse(
    notNegative('grossInterest', grossInterest),
    notNegative('allowance', allowance),
    likewise('allowance', allowance, grossInterest),
    percent('churchTaxPercent', churchTaxPercent, 0, 9),
  )
  const { currency } = grossInterest
  const taxable = money(Math.max(0, grossInterest.minor - allowance.minor), currency)
  const church = new Decimal(churchTaxPercent).dividedBy(100)
  // § 32d (1): tax = income / (4 + k), with k the church tax rate
  const incomeTax = fromDecimal(new Decimal(taxable.minor).dividedBy(church.plus(4)).dividedBy(100), currency)
  const onTop = (share: Decimal) => share.times(incomeTax.minor).floor().toNumber()
  const surcharge = money(onTop(SOLIDARITY_SURCHARGE), currency)
  const churchTax = money(onTop(church), currency)
  const tax = money(incomeTax.minor + surcharge.minor + churchTax.minor, currency)
  const net = subtract(grossInterest, tax)
  return {
    tax,
    net,
    explanation: {
      title: SAVINGS_TAX.title,
      ruleIds: [SAVINGS_TAX.id],
      inputs: {
        grossInterest: shown(grossInterest),
        allowance: shown(allowance),
        churchTaxPercent: String(churchTaxPercent),
      },
      steps: [
        { text: { de: 'Zinsen über dem Pauschbetrag', en: 'Interest above the allowance' }, value: shown(taxable) },
        { text: { de: 'Einkommensteuer', en: 'Income tax' }, value: shown(incomeTax) },
        { text: { de: 'Solidaritätszuschlag', en: 'Solidarity surcharge' }, value: shown(surcharge) },
        { text: { de: 'Kirchensteuer', en: 'Church tax' }, value: shown(churchTax) },
        { text: { de: 'Nach Steuern', en: 'After tax' }, value: shown(net) },
      ],
      sources: [SAVINGS_TAX.source],
    },
  }
}
