/** English words about exporting and importing: paper, text, files. */

export const enTakeOut = {
  takeOut: {
    title: 'Take the plan with you',
    lead: 'Nothing leaves by itself. You choose what to take, and who it’s for.',
    print: {
      title: 'On paper',
      use: 'To look at together. Fill in anything that’s empty with a pen.',
      seen: 'Anyone who has the paper can read it.',
      go: 'Print the plan',
    },
    text: {
      title: 'As text',
      use: 'To paste into another system, such as a support worker’s.',
      seen: 'Anyone with access to that system can read it.',
      go: 'Choose what to take',
      parts: 'What do you want to take?',
      preview: 'This is how it looks',
      nothing: 'Choose at least one part.',
      copy: 'Copy the text',
    },
    file: {
      title: 'As a file',
      use: 'To keep everything yourself. You can turn it into a plan again later.',
      seen: 'Anyone who has the file can read it.',
    },
    fhir: {
      subject: 'the person this plan is for',
      title: 'For a healthcare system',
      use: 'Goals, steps, wheels and the people in this plan, as FHIR. The story and the conversations aren’t in it.',
      seen: 'Anyone who has the file can read it. It doesn’t name the person the plan is about. Check that none of you wrote the name down, in a goal for example.',
      whose: 'Who is this plan about?',
      workers: 'Who helps with this as part of their job?',
      workersHint: 'A support worker or a doctor, for example. The file lists everyone else as family or friends.',
      choose: 'Choose who it is about',
      go: 'Save as FHIR',
    },
    saved: 'The file is in your downloads.',
  },
}
