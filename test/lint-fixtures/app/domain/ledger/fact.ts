export const fact = 'ledger'
