'use client';

export { PageProblem as default } from '@/app/page-problem';
