/** Commands for a letter or a sign that stands close to its neighbours. */
export const LETTERS: ReadonlyMap<string, string> = new Map([
  ['quad', ' '],
  ['qquad', ' '],
  ...pairs(`
  alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
  kappa κ lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ
  phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ
  Phi Φ Psi Ψ Omega Ω aleph ℵ ell ℓ hbar ℏ imath ı jmath ȷ Re ℜ Im ℑ wp ℘ infty ∞ emptyset ∅
  varnothing ∅ sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂
  top ⊤ intercal ⊺ bot ⊥ prime ′ angle ∠ degree ° dagger † star ⋆ ast ∗ checkmark ✓ square □ Box □ blacksquare ■
  Uparrow ⇑ Downarrow ⇓ updownarrow ↕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ bigwedge ⋀ bigvee ⋁
  bigsqcup ⨆ biguplus ⨄ bigodot ⨀ iiint ∭ beth ℶ digamma ϝ varkappa ϰ complement ∁ diamond ⋄
  lozenge ◊ bigstar ★ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ sharp ♯ flat ♭ natural ♮
  dag † ddag ‡ ddagger ‡ pounds £ copyright © S § P ¶ surd √ therefore ∴ because ∵ R ℝ N ℕ Z ℤ Q ℚ
  C ℂ reals ℝ infin ∞ dotso … dotsm ⋯ lgroup ( rgroup ) ulcorner ⌜ urcorner ⌝ llcorner ⌞
  lrcorner ⌟ space \u00a0 nobreakspace \u00a0 thinspace \u00a0 enspace \u00a0 measuredangle ∡
  langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } lbrack [ rbrack ]
  vert | lvert | rvert | Vert ‖ lVert ‖ rVert ‖ backslash \\ colon :
  ldots … dots … dotsc … dotsb … cdots ⋯ vdots ⋮ ddots ⋱ uparrow ↑ downarrow ↓
`),
]);

/** Commands for a sign that belongs to what follows it. */
export const PREFIXES = pairs(
  'nabla ∇ partial ∂ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ triangle △',
);

/** Commands for a sign between two things: a blank stands on either side. */
export const RELATIONS = pairs(`
  cdot · times × div ÷ pm ± mp ∓ circ ∘ bullet • odot ⊙ otimes ⊗ oplus ⊕ ominus ⊖
  le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ lt < gt > ne ≠ neq ≠ approx ≈ equiv ≡ sim ∼ simeq ≃
  cong ≅ propto ∝ ll ≪ gg ≫ prec ≺ succ ≻ preceq ≼ succeq ≽ doteq ≐ triangleq ≜ coloneqq ≔
  in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖
  mod mod bmod mod land ∧ wedge ∧ lor ∨ vee ∨ perp ⊥ parallel ∥ mid | models ⊨ vdash ⊢
  to → rightarrow → longrightarrow → leftarrow ← longleftarrow ← gets ← leftrightarrow ↔
  Rightarrow ⇒ Longrightarrow ⇒ implies ⇒ Leftarrow ⇐ impliedby ⇐ Leftrightarrow ⇔ iff ⇔
  asymp ≍ bowtie ⋈ ltimes ⋉ rtimes ⋊ amalg ⨿ uplus ⊎ sqcup ⊔ sqcap ⊓ sqsubseteq ⊑ sqsupseteq ⊒
  subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉ lesssim ≲ gtrsim ≳ lessgtr ≶ nless ≮ ngtr ≯
  nleq ≰ ngeq ≱ nmid ∤ nparallel ∦ vDash ⊨ Vdash ⊩ dashv ⊣ smallsetminus ∖ coloneq ≔ eqqcolon ≕
  approxeq ≊ thickapprox ≈ thicksim ∼ lll ⋘ ggg ⋙ trianglelefteq ⊴ trianglerighteq ⊵ lhd ⊲ rhd ⊳
  longleftrightarrow ⟷ Longleftarrow ⇐ Longleftrightarrow ⇔ leadsto ⇝ rightleftharpoons ⇌
  leftrightarrows ⇆ rightleftarrows ⇄ leftharpoonup ↼ hookleftarrow ↩ twoheadrightarrow ↠
  nrightarrow ↛ owns ∋ oslash ⊘ boxplus ⊞ boxtimes ⊠ dotplus ∔ wr ≀
  mapsto ↦ longmapsto ↦ hookrightarrow ↪ rightharpoonup ⇀ rightsquigarrow ⇝
`);

/** Commands that are shown as their own name, with a blank where a letter stands beside them. */
export const OPERATORS: ReadonlySet<string> = words(`
  log ln lg exp max min arg argmax argmin sin cos tan cot sec csc tanh sinh cosh arcsin arccos
  arctan det dim ker lim limsup liminf sup inf gcd Pr deg hom
  softmax sigmoid relu ReLU GELU Var Cov KL tr Tr rank diag sign sgn
`);

/** Commands whose argument is shown as it is, read as maths. */
export const WRAPPERS: ReadonlySet<string> = words(`
  mathrm mathbf mathit mathsf mathtt mathnormal boldsymbol bm pmb mathop mathbin mathrel mathfrak
  boxed cancel bcancel xcancel substack smash mathclap mathllap mathrlap phase vcenter
  mathord mathopen mathclose mathpunct mathinner mathring fbox overparen underparen
`);

/** Commands whose argument is words, not maths. */
export const TEXTS: ReadonlySet<string> = words(`
  text textbf textit texttt textrm textsf textnormal emph mbox hbox operatorname
`);

/** Commands that only change sizes or spaces. */
export const IGNORED: ReadonlySet<string> = words(`
  left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm limits
  nolimits displaystyle textstyle scriptstyle scriptscriptstyle nonumber notag hline allowbreak nobreak rm bf
  it tt sf cal
`);

/** Commands that draw nothing, with their argument. */
export const SILENT: ReadonlySet<string> = words(
  'label color hspace vspace mkern mskip phantom hphantom vphantom rule raisebox',
);

function pairs(text: string): ReadonlyMap<string, string> {
  const parts = text.trim().split(/\s+/);
  const table = new Map<string, string>();
  for (let at = 0; at + 1 < parts.length; at += 2) table.set(parts[at] ?? '', parts[at + 1] ?? '');
  return table;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
