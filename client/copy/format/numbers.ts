/** Large numbers with the marks between thousands that people expect. */

export const toNumber = (locale: string, number: number): string => new Intl.NumberFormat(locale).format(number)
