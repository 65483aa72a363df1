/** English words of "What has changed". */
import type { nlHistory } from '../../nl/first/history.ts'

export const enHistory: typeof nlHistory = {
  history: {
    many: {
      wish: (count) => (count === 1 ? '1 wish' : `${count} wishes`),
      goal: (count) => (count === 1 ? '1 goal' : `${count} goals`),
      step: (count) => (count === 1 ? '1 step' : `${count} steps`),
      checkIn: (count) => (count === 1 ? '1 wheel' : `${count} wheels`),
      contactCard: (count) => (count === 1 ? 'preferences of 1 person' : `preferences of ${count} people`),
      conversation: (count) => (count === 1 ? '1 conversation' : `${count} conversations`),
      talkPoint: (count) => (count === 1 ? '1 point to talk about' : `${count} points to talk about`),
      story: (count) => (count === 1 ? 'the story' : `the story, ${count} times`),
      plan: (count) => (count === 1 ? 'the plan' : `the plan, ${count} times`),
      section: (count) => (count === 1 ? '1 part of the plan' : `${count} parts of the plan`),
      person: (count) => (count === 1 ? '1 name or colour' : `${count} names or colours`),
    },
    news: {
      part: {
        story: 'the story',
        wheel: 'a wheel',
        goals: 'the wishes, goals or steps',
        conversations: 'a conversation',
        contact: 'the contact preferences',
        people: 'people in this plan',
        plan: 'the plan',
      },
      took: (who, part) => `${who} removed text from ${part}.`,
      look: 'Look',
      back: 'Put back',
      hide: 'Close this message',
      all: 'See all changes',
    },
  },
}
