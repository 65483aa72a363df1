/** The practice plan in English. */
import type { PracticeWords } from './words.ts'

export const words: PracticeWords = {
  title: 'Practice plan of Samira',
  me: 'Samira',
  worker: 'Wilma',
  story: [
    ['heading', 'Who am I'],
    ['paragraph', 'I am Samira, 41 years old. I live here with my son, who is nine. I like to cook.'],
    ['heading', 'My question'],
    ['paragraph', 'I sleep badly. I do not open my post. I see few people since I have no work.'],
  ],
  ownTopic: 'Cooking',
  notes: {
    sleep: 'I often lie awake.',
    alone: 'I only see my sister.',
    better: 'It is going a little better. I went to the cooking group.',
    strong: 'Samira takes good care of her son.',
  },
  wishes: ['I want people around me again.', 'I do not want to be scared of the post any more.'],
  out: {
    title: 'Cook with others once every week',
    why: 'Cooking makes me happy. And I get to know people.',
    start: 'I cook alone, at home.',
    wished: 'I cook with the group in the community centre every week.',
  },
  post: {
    title: 'All the post is open',
    why: 'Then I know what I have to pay.',
    start: 'There are two bags of post.',
    wished: 'One folder. Ten minutes every week.',
  },
  steps: {
    garden: 'Have a look at the cooking group',
    sister: 'Ask whether my sister would come along once',
    sisterName: 'Leila',
    openPost: 'Open the first bag together',
    payment: 'Call about the energy bill',
    call: 'Call to hear how the cooking was',
  },
  agree: 'A good goal, Samira.',
  conversation: {
    point: 'How are things at home?',
    notes: 'Samira told about her son. We start small.',
    next: 'Sleeping does not go well yet',
  },
  contact: { me: 'A message is always fine. Rather no calls.', worker: 'I do not work on Fridays.' },
}
