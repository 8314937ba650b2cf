/** 六、其他需要报告的事项. */
export const NO_FEE: readonly string[] = [
  '{year}年{name}没有向申请人收取信息处理费。',
  '{name}{year}年度信息处理费收取金额为0元。',
  '依照信息处理费管理办法，{name}在{year}年未发出收费通知。',
  '{year}年，{name}未产生信息处理费。'
];

export const FEE: readonly string[] = [
  '{year}年{name}按规定向{1-3}名申请人收取信息处理费共{60-980}元，已全额缴库。',
  '{name}{year}年发出信息处理费收费通知{1-4}次，实收{40-760}元。'
];

export const MATTERS: readonly string[] = [
  '{month}，{office}牵头把{topic}与{topic}两项公开标准[印成折页|做成展板]，在{place}试用。',
  '{self}承办的人大代表建议和政协提案共{1-6}件，答复摘要在{channel}公布，其中{place}{work}的建议已落实。',
  '{place}被列为{topic}公开[示范点|观察点]，{self}为其配备了{1-4}名联络员。',
  '与相邻单位互查公开栏目{1-3}次，对方就{topic}提出的{2-7}条建议[已采纳|正在研究]。',
  '{office}整理的{topic}问答集[已发到|正陆续发到]{place}、{place}等地，共{80-900}册。',
  '年内完成{topic}领域的标准目录[动态调整|更新]，增{1-6}项、减{1-3}项。',
  '{self}参加了{month}举行的政务公开业务[竞赛|交流]，介绍了{place}公示{topic}的做法。',
  '除此之外没有需要报告的其他事项，{topic}的后续情况将在{channel}另行公布。',
  '{topic}主题的公开月活动在{place}和{place}举行，参加群众{40-360}人。',
  '其他事项无。有关{topic}的年度明细可到{office}查阅。'
];

export const RENAMED =
  '经批准，{former}于{change}改设为{current}，本报告起使用新名称，原名称下的公开事项由{current}{office}继续办理。';

export const PLANS: readonly string[] = [
  '一是理清{topic}的公开边界，{month}前由{office}拿出[清单|说明]；二是让{place}、{place}的公示与网站[同日更新|保持一致]。',
  '{nextYear}年拟以{topic}为切入点，先在{place}试行[一表公开|一码查询]，成熟后推广到全{level}。',
  '{self}计划为{office}、{office}各配一名专职信息员，重点补齐{topic}短板。',
  '继续办好{channel}，{topic}稿件[每月不少于|每季度不少于]{3-12}篇，并公开{place}{work}的进度。',
  '[年初|一季度]修订公开制度{1-4}项，年底请{place}居民对{topic}公开打分。'
];
