/** Dutch words of the wheel. */
export const nlWheel = {
  wheel: {},
}
