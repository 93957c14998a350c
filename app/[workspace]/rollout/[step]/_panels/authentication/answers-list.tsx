import { DefinitionList } from '#components/ui/facts';
import {
  chatgptMethodTexts,
  localMethodTexts,
  mfaTexts,
  questionTexts,
  restrictionTexts,
} from '#lib/catalog/authentication';
import type {
  AuthenticationAnswers,
  AuthenticationQuestion,
} from '#lib/domain/authentication/authentication';

type Props = { answers: AuthenticationAnswers; questions: readonly AuthenticationQuestion[] };

/** The answers to be read, for people who may not give them. */
export function AnswersList({ answers, questions }: Props) {
  const { local, chatgpt, mfa, restriction } = answers;
  const words: Readonly<Record<AuthenticationQuestion, string | null>> = {
    local: local && local.map((method) => localMethodTexts[method].label).join(', '),
    chatgpt: chatgpt && chatgpt.map((method) => chatgptMethodTexts[method].label).join(', '),
    mfa: mfa && mfaTexts[mfa].label,
    restriction: restriction && restrictionTexts[restriction].label,
  };
  return (
    <DefinitionList
      facts={questions.map((question) => ({
        term: questionTexts[question],
        value: words[question] ?? <span className="text-text-2">Not answered yet</span>,
      }))}
    />
  );
}
