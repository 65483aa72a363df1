/** The practice plan in English. */
import type { PracticeWords } from './words.ts'

export const words: PracticeWords = {
  title: 'Samira’s practice plan',
  me: 'Samira',
  worker: 'Wilma',
  story: [
    ['heading', 'About me'],
    ['paragraph', 'I am Samira and I’m 41. I live here with my son, who is nine. I love cooking.'],
    ['heading', 'What I need help with'],
    ['paragraph', 'I don’t sleep well. I don’t open my post. I hardly see anyone since I lost my job.'],
  ],
  ownTopic: 'Cooking',
  notes: {
    sleep: 'I often lie awake.',
    alone: 'I only see my sister.',
    better: 'Things are going a bit better. I went to the cooking group.',
    strong: 'Samira takes good care of her son.',
  },
  wishes: ['I want people around me again.', 'I don’t want to be scared of the post any more.'],
  out: {
    title: 'Cook with others once a week',
    why: 'Cooking makes me happy, and I’ll get to know people.',
    start: 'I cook at home, on my own.',
    wished: 'I cook with the group at the community centre every week.',
  },
  post: {
    title: 'Open all my post',
    why: 'Then I’ll know what I have to pay.',
    start: 'There are two bags of post.',
    wished: 'One folder. Ten minutes every week.',
  },
  steps: {
    garden: 'Have a look at the cooking group',
    sister: 'Ask my sister to come along',
    sisterName: 'Leila',
    openPost: 'Open the first bag together',
    payment: 'Call about the energy bill',
    call: 'Call to ask how the cooking went',
  },
  agree: 'Great goal, Samira.',
  conversation: {
    point: 'How are things at home?',
    notes: 'Samira talked about her son. We’ll start small.',
    next: 'Still not sleeping well',
  },
  contact: { me: 'Messages are always fine. I’d rather not get calls.', worker: 'I don’t work on Fridays.' },
}
