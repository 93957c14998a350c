'use client';

import { RadioDoors } from '#components/ui/choice';
import { Form } from '#components/ui/form';
import type { FormState } from '#components/ui/form-state';
import {
  chatgptMethodTexts,
  localMethodTexts,
  mfaTexts,
  questionTexts,
  restrictionTexts,
  type ChoiceText,
} from '#lib/catalog/authentication';
import type { AuthenticationQuestion, AuthenticationReview } from '#lib/domain/authentication/authentication';
import type { BoundAction } from '#lib/shell/bound-action';
import type { reviewAuthenticationAction } from './actions';
import { HeldMethods, MethodBoxes } from './method-boxes';

type Props = {
  action: BoundAction<typeof reviewAuthenticationAction>;
  review: AuthenticationReview;
  /** The questions that apply; answers to the others are kept. */
  questions: readonly AuthenticationQuestion[];
};

/** How people sign in, who enforces MFA, and what local clients are to be restricted to. */
export function ReviewForm({ action, review, questions }: Props) {
  const { answers, version } = review;
  return (
    <Form
      action={action}
      version={version}
      submit="Save the review"
      saved="The authentication review is saved."
      theirs={() => 'they are in the record under Activity'}
    >
      {(form) => (
        <>
          <Methods question="local" texts={localMethodTexts} {...{ answers, questions, form }} />
          <Methods question="chatgpt" texts={chatgptMethodTexts} {...{ answers, questions, form }} />
          <Doors question="mfa" texts={mfaTexts} {...{ answers, questions, form }} />
          <Doors question="restriction" texts={restrictionTexts} {...{ answers, questions, form }} />
        </>
      )}
    </Form>
  );
}

type QuestionProps<Q> = {
  question: Q;
  texts: Readonly<Record<string, ChoiceText>>;
  answers: AuthenticationReview['answers'];
  questions: readonly AuthenticationQuestion[];
  form: FormState;
};

function Methods({ question, texts, answers, questions, form }: QuestionProps<'local' | 'chatgpt'>) {
  const held = answers[question] ?? [];
  if (!questions.includes(question)) return <HeldMethods question={question} held={held} />;
  return <MethodBoxes {...{ question, texts, held, form }} legend={questionTexts[question]} />;
}

function Doors({ question, texts, answers, questions, form }: QuestionProps<'mfa' | 'restriction'>) {
  const held = answers[question];
  if (!questions.includes(question)) {
    return held === null ? null : <input type="hidden" name={question} value={held} />;
  }
  return (
    <RadioDoors
      legend={questionTexts[question]}
      name={question}
      defaultValue={form.typedOf(question, held) || null}
      error={form.errorOf(question)}
      options={Object.entries(texts).map(([value, text]) => ({ value, ...text }))}
    />
  );
}
