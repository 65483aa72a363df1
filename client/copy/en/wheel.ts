/** English words of the wheel. */
export const enWheel = {
  wheel: {},
}
