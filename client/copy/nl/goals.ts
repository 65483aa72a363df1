/** Dutch words of wishes, goals and steps. */
export const nlGoals = {
  goals: {},
}
