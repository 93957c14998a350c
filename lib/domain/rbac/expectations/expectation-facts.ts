import type { Judgement } from './evaluate-expectations';
import type { Expectation } from './expectation';

/** An expectation and whether it holds. */
export type JudgedExpectation = Expectation & Judgement;

/** What is expected and whether it holds, in sums; version 0 until somebody expected anything. */
export type ExpectationFacts = { list: readonly JudgedExpectation[]; version: number };

/** Nobody expects anything yet. */
export const noExpectations: ExpectationFacts = { list: [], version: 0 };
