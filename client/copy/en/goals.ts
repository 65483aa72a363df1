/** English words of wishes, goals and steps. */
export const enGoals = {
  goals: {},
}
