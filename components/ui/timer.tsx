'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Icon } from './icon';
import { Bar } from './progress-bar';

const SECOND_MS = 1000;

/** How far the server's clock is ahead of this device's: a stale answer only ever makes it look smaller. */
let clockAheadMs = Number.NEGATIVE_INFINITY;

function useTimeLeft(until: string, now: string): number {
  const endMs = Date.parse(until);
  const [leftMs, setLeftMs] = useState(endMs - Date.parse(now));
  const router = useRouter();

  useEffect(() => {
    clockAheadMs = Math.max(clockAheadMs, Date.parse(now) - Date.now());
    const left = () => endMs - Date.now() - clockAheadMs;
    if (left() <= 0) return;

    const ticking = setInterval(() => {
      setLeftMs(left());
      if (left() > 0) return;
      clearInterval(ticking);
      router.refresh();
    }, SECOND_MS);
    return () => clearInterval(ticking);
  }, [endMs, now, router]);

  return Math.max(0, leftMs);
}

function clock(ms: number): string {
  const seconds = Math.ceil(ms / SECOND_MS);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const tail = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

function inWords(ms: number): string {
  const minutes = Math.ceil(ms / (60 * SECOND_MS));
  return minutes === 1 ? '1 minute left' : `${minutes} minutes left`;
}

/** Speaks twice, to those who listen: with the first tick and at the end. */
function Announcement({ leftMs, endWords }: { leftMs: number; endWords: string }) {
  const [startMs] = useState(leftMs);
  const started = leftMs < startMs ? inWords(startMs) : '';
  return (
    <span role="status" className="sr-only">
      {leftMs === 0 ? endWords : started}
    </span>
  );
}

type Times = {
  /** ISO times of the server: when it began, when it ends, and what time it was when the page was made. */
  since: string;
  until: string;
  now: string;
};

type Props = Times & {
  /** Beside the figures: "until you can look". */
  words: string;
  /** In their place when the time is over. */
  endWords: string;
};

/** Time left in figures over a bar; when it is over the page asks the server again. */
export function Timer({ since, until, now, words, endWords }: Props) {
  const leftMs = useTimeLeft(until, now);
  const wholeMs = Date.parse(until) - Date.parse(since);
  return (
    <div className="timer">
      <span className="timer-left" role="timer">
        {clock(leftMs)}
      </span>
      <strong className="flex items-center gap-1.5">
        <Icon name="hourglass" tone="waiting" />
        {leftMs === 0 ? endWords : words}
      </strong>
      <Bar part={wholeMs - leftMs} whole={wholeMs} />
      <Announcement leftMs={leftMs} endWords={endWords} />
    </div>
  );
}

/** "3:48 left", for a row. */
export function TimeLeft({ until, now }: Pick<Times, 'until' | 'now'>) {
  const leftMs = useTimeLeft(until, now);
  return <span role="timer">{`${clock(leftMs)} left`}</span>;
}
