<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
    <context>
        <name>AgreementCard</name>
        <message>
            <source>Work offline</source>
            <translation>离线工作</translation>
        </message>
        <message>
            <source>Nothing is sent until you turn this off again</source>
            <translation>关闭前不会发送任何内容</translation>
        </message>
        <message>
            <source>Compare now</source>
            <translation>立即核对</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>立即重试</translation>
        </message>
    </context>
    <context>
        <name>AlertList</name>
        <message>
            <source>No open alerts on this device.</source>
            <translation>本机没有待处理的预警。</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>History</source>
            <translation>修改记录</translation>
        </message>
    </context>
    <context>
        <name>BoardPage</name>
        <message>
            <source>Board</source>
            <translation>看板</translation>
        </message>
        <message>
            <source>No campaign yet</source>
            <translation>还没有活动</translation>
        </message>
        <message>
            <source>Its budget and progress appear here once headquarters has placed one at your site.</source>
            <translation>总部把活动安排到您的门店后，这里会显示预算和进度。</translation>
        </message>
        <message>
            <source>Left in the budget (yuan)</source>
            <translation>预算剩余（元）</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>预算</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>已通过</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>待审</translation>
        </message>
        <message>
            <source>Budget lines</source>
            <translation>预算科目</translation>
        </message>
        <message>
            <source>Tasks done</source>
            <translation>任务完成</translation>
        </message>
        <message>
            <source>Left = budget − approved − waiting. %1.</source>
            <translation>剩余 = 预算 − 已通过 − 待审。%1。</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>预警</translation>
        </message>
        <message>
            <source>Plan, targets and roles</source>
            <translation>计划、目标与责任分工</translation>
        </message>
        <message>
            <source>Left in the budget</source>
            <translation>预算剩余</translation>
        </message>
    </context>
    <context>
        <name>BudgetLines</name>
        <message>
            <source>%1 left</source>
            <translation>剩余 %1</translation>
        </message>
        <message>
            <source>of %1</source>
            <translation>预算 %1</translation>
        </message>
        <message>
            <source>Approved %1, waiting %2</source>
            <translation>已批准 %1，待审核 %2</translation>
        </message>
        <message>
            <source> · %1</source>
            <translation> · %1</translation>
        </message>
        <message>
            <source>Frozen at %1, now %2</source>
            <translation>冻结时 %1，现在 %2</translation>
        </message>
    </context>
    <context>
        <name>BudgetTable</name>
        <message>
            <source>No budget lines</source>
            <translation>没有预算科目</translation>
        </message>
        <message>
            <source>Lines of this campaign's budget are listed here with what is left of each.</source>
            <translation>这里逐项列出本活动的预算，以及每项还剩多少。</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Budget item</source>
            <translation>预算科目</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>明细说明</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>预算金额（元）</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>实际花费（元）</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>待审</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>剩余</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>占比</translation>
        </message>
        <message>
            <source>Quantity × price</source>
            <translation>数量 × 单价</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>Frozen</source>
            <translation>冻结时</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>变化</translation>
        </message>
    </context>
    <context>
        <name>CameraSheet</name>
        <message>
            <source>The camera cannot be used</source>
            <translation>相机无法使用</translation>
        </message>
        <message>
            <source>This device has none, or another app is using it. You can choose a picture instead.</source>
            <translation>本机没有相机，或正被其他应用占用。可以改为选择图片。</translation>
        </message>
        <message>
            <source>It may not be allowed for this app: the device&apos;s settings say so. You can choose a picture instead.</source>
            <translation>可能没有允许本应用使用相机，可在设备设置中更改。也可以改为选择图片。</translation>
        </message>
        <message>
            <source>Choose a picture</source>
            <translation>选择图片</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Take the photo</source>
            <translation>拍照</translation>
        </message>
    </context>
    <context>
        <name>CampaignsPage</name>
        <message>
            <source>Campaigns</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>No campaigns yet</source>
            <translation>还没有活动</translation>
        </message>
        <message>
            <source>Campaigns of your region appear here as soon as headquarters has published one.</source>
            <translation>总部发布后，您所在大区的活动会出现在这里。</translation>
        </message>
        <message>
            <source>Budget (yuan)</source>
            <translation>预算（元）</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>已通过</translation>
        </message>
        <message>
            <source>Waiting for review</source>
            <translation>待审</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>剩余</translation>
        </message>
        <message>
            <source>Tasks done</source>
            <translation>任务完成</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>执行表</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>预算表</translation>
        </message>
        <message>
            <source>Feedback</source>
            <translation>用户反馈</translation>
        </message>
        <message>
            <source>Gantt</source>
            <translation>甘特图</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度表</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Freeze the plan</source>
            <translation>冻结计划</translation>
        </message>
        <message>
            <source>Show more days</source>
            <translation>显示更多天</translation>
        </message>
        <message>
            <source>Show fewer days</source>
            <translation>显示更少天</translation>
        </message>
        <message>
            <source>Add a task: its name, then Enter</source>
            <translation>添加任务：输入名称后按回车</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>目标拆解</translation>
        </message>
        <message>
            <source>RACI</source>
            <translation>责任矩阵</translation>
        </message>
        <message>
            <source>Add a budget line: what for, then Enter</source>
            <translation>添加预算明细：输入名称后按回车</translation>
        </message>
        <message>
            <source>Add a part to the chosen target: its name, then Enter</source>
            <translation>为选中的目标添加分项：输入名称后按回车</translation>
        </message>
        <message>
            <source>Plan a campaign</source>
            <translation>新建活动</translation>
        </message>
        <message>
            <source>Keep as a template</source>
            <translation>存为模板</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>All campaigns</source>
            <translation>全部活动</translation>
        </message>
        <message>
            <source>Budget</source>
            <comment>a sum</comment>
            <translation>预算</translation>
        </message>
    </context>
    <context>
        <name>CaptureSheet</name>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Spend</source>
            <translation>支出</translation>
        </message>
        <message>
            <source>An amount against a budget line</source>
            <translation>记一笔，对应预算科目</translation>
        </message>
        <message>
            <source>Feedback</source>
            <translation>用户反馈</translation>
        </message>
        <message>
            <source>Daily report</source>
            <translation>日报</translation>
        </message>
        <message>
            <source>Done today, not done, help needed</source>
            <translation>当日完成、未完成原因、需协调资源</translation>
        </message>
        <message>
            <source>Incident</source>
            <translation>突发事件</translation>
        </message>
        <message>
            <source>Something goes wrong: two taps</source>
            <translation>现场出状况，两步记下</translation>
        </message>
        <message>
            <source>Questionnaire, interview, complaint, praise</source>
            <translation>问卷、访谈、投诉、表扬</translation>
        </message>
        <message>
            <source>On duty</source>
            <translation>到岗签到</translation>
        </message>
        <message>
            <source>Arriving, leaving, who else is here</source>
            <translation>到岗、离岗、还有谁在</translation>
        </message>
    </context>
    <context>
        <name>CompletenessCard</name>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>再次询问</translation>
        </message>
        <message>
            <source>By region</source>
            <translation>按区域</translation>
        </message>
        <message>
            <source>By device</source>
            <translation>按设备</translation>
        </message>
        <message>
            <source>By site</source>
            <translation>按网点</translation>
        </message>
        <message>
            <source>Headquarters has not told of any device yet.</source>
            <translation>总部还没有告知任何设备的情况。</translation>
        </message>
        <message>
            <source>Final</source>
            <translation>已定</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>待审</translation>
        </message>
        <message>
            <source>Not heard of</source>
            <translation>尚无消息</translation>
        </message>
    </context>
    <context>
        <name>ConflictCard</name>
        <message>
            <source>One changed it, the other deleted it</source>
            <translation>一人修改，另一人删除</translation>
        </message>
        <message>
            <source>%1, before: %2</source>
            <translation>%1，原值：%2</translation>
        </message>
        <message>
            <source>Take: %1</source>
            <translation>采用：%1</translation>
        </message>
        <message>
            <source>Another value</source>
            <translation>另填一个值</translation>
        </message>
        <message>
            <source>Note both</source>
            <translation>都记入备注</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>采用</translation>
        </message>
        <message>
            <source>Take this</source>
            <translation>采用</translation>
        </message>
        <message>
            <source>Who changed it</source>
            <translation>修改记录</translation>
        </message>
    </context>
    <context>
        <name>CorrectionField</name>
        <message>
            <source>Where I am now</source>
            <translation>我现在的位置</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Find among %1</source>
            <translation>在 %1 项中查找</translation>
        </message>
        <message>
            <source>Nothing is called so</source>
            <translation>没有符合的项</translation>
        </message>
    </context>
    <context>
        <name>CorrectionSheet</name>
        <message>
            <source>Later</source>
            <translation>以后再说</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>重新发送</translation>
        </message>
    </context>
    <context>
        <name>DraftNote</name>
        <message>
            <source>Start afresh</source>
            <translation>重新填写</translation>
        </message>
    </context>
    <context>
        <name>DrillSheet</name>
        <message>
            <source>No photo belongs to this record.</source>
            <translation>这条记录没有照片。</translation>
        </message>
        <message>
            <source>Back to the rows</source>
            <translation>返回明细</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Who changed it</source>
            <translation>修改记录</translation>
        </message>
    </context>
    <context>
        <name>EnrolPage</name>
        <message>
            <source>Zhixing</source>
            <translation>知行</translation>
        </message>
        <message>
            <source>Plan at headquarters, act in the field, know what really happened.</source>
            <translation>总部谋划，一线执行，如实知情。</translation>
        </message>
        <message>
            <source>Enrolment link</source>
            <translation>加入链接</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>The first time, choose one of at least eight characters.</source>
            <translation>首次使用请设置至少 8 位密码。</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>正在连接…</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>加入</translation>
        </message>
        <message>
            <source>Code or link from your administrator</source>
            <translation>管理员给您的二维码或链接</translation>
        </message>
        <message>
            <source>Leads to %1</source>
            <translation>将加入 %1</translation>
        </message>
        <message>
            <source>It works once, for ten minutes. A screenshot of the code will do.</source>
            <translation>十分钟内有效，只能用一次；二维码截图也可以。</translation>
        </message>
        <message>
            <source>Picture of the code</source>
            <translation>二维码图片</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>粘贴</translation>
        </message>
        <message>
            <source>Pictures (%1)</source>
            <translation>图片（%1）</translation>
        </message>
        <message>
            <source>Scan the code</source>
            <translation>扫描二维码</translation>
        </message>
        <message>
            <source>From a picture</source>
            <translation>二维码图片</translation>
        </message>
    </context>
    <context>
        <name>ExportSheet</name>
        <message>
            <source>Export: %1</source>
            <translation>导出：%1</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Excel</source>
            <translation>Excel</translation>
        </message>
        <message>
            <source>CSV</source>
            <translation>CSV</translation>
        </message>
        <message>
            <source>All feedback of this campaign on this device, with a column for every question that any edition asked. Name and phone only with consent.</source>
            <translation>本机上这个活动的全部反馈，问卷每一版问过的问题各占一列。姓名和电话只在本人同意时导出。</translation>
        </message>
        <message>
            <source>The whole plan with its calendar; a long one takes several pages of the PDF.</source>
            <translation>整份计划和日历；任务多时 PDF 会分成几页。</translation>
        </message>
        <message>
            <source>What is on this device, in the columns of the form.</source>
            <translation>本机上的内容，按表单的各列导出。</translation>
        </message>
        <message>
            <source>Save among my documents</source>
            <translation>存到我的文档</translation>
        </message>
        <message>
            <source>Choose a place…</source>
            <translation>选择位置…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Show the folder</source>
            <translation>打开所在文件夹</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Excel workbook (%1)</source>
            <translation>Excel 工作簿（%1）</translation>
        </message>
        <message>
            <source>CSV table (%1)</source>
            <translation>CSV 表格（%1）</translation>
        </message>
        <message>
            <source>PDF document (%1)</source>
            <translation>PDF 文档（%1）</translation>
        </message>
        <message>
            <source>PNG picture (%1)</source>
            <translation>PNG 图片（%1）</translation>
        </message>
    </context>
    <context>
        <name>ExportedFile</name>
        <message>
            <source>Written to %1</source>
            <translation>已写入 %1</translation>
        </message>
        <message>
            <source>%1 could not be written. Nothing was changed.</source>
            <translation>无法写入 %1。没有任何改动。</translation>
        </message>
    </context>
    <context>
        <name>FeedbackPage</name>
        <message>
            <source>Ask question by question</source>
            <translation>按问卷逐题询问</translation>
        </message>
        <message>
            <source>Write down what they tell you, with a rating</source>
            <translation>记下对方所说，并打分</translation>
        </message>
        <message>
            <source>With a time for the answer</source>
            <translation>约定答复时间</translation>
        </message>
        <message>
            <source>What they would do differently</source>
            <translation>哪里可以做得更好</translation>
        </message>
        <message>
            <source>What they liked, and about whom</source>
            <translation>满意什么，表扬了谁</translation>
        </message>
        <message>
            <source>Waiting for an answer</source>
            <translation>等待答复</translation>
        </message>
        <message>
            <source>Nobody waits. Complaints stand here until they are answered.</source>
            <translation>没有人在等答复。投诉在答复之前会一直列在这里。</translation>
        </message>
        <message>
            <source>All feedback</source>
            <translation>全部反馈</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Feedback</source>
            <translation>记反馈</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Rating</source>
            <translation>评分</translation>
        </message>
        <message>
            <source>Very poor</source>
            <translation>很不满意</translation>
        </message>
        <message>
            <source>Poor</source>
            <translation>不满意</translation>
        </message>
        <message>
            <source>Fair</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>满意</translation>
        </message>
        <message>
            <source>Very good</source>
            <translation>非常满意</translation>
        </message>
        <message>
            <source>What was said</source>
            <translation>反馈内容</translation>
        </message>
        <message>
            <source>In their own words, as far as you can</source>
            <translation>尽量记下对方的原话</translation>
        </message>
        <message>
            <source>Questionnaire</source>
            <translation>问卷</translation>
        </message>
        <message>
            <source>Anything else they said</source>
            <translation>其他补充</translation>
        </message>
        <message>
            <source>They expect an answer</source>
            <translation>答复期限</translation>
        </message>
        <message>
            <source>The complaint stays under “Still missing today” until it is answered.</source>
            <translation>答复之前，这条投诉会一直列在“今天还缺”里。</translation>
        </message>
        <message>
            <source>They agree that we keep name and phone</source>
            <translation>对方同意留下姓名和电话</translation>
        </message>
        <message>
            <source>Without it the feedback stays anonymous.</source>
            <translation>未经同意则匿名。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
    </context>
    <context>
        <name>FeedbackTable</name>
        <message>
            <source>No feedback yet</source>
            <translation>还没有反馈</translation>
        </message>
        <message>
            <source>What the sites record during this campaign appears here within seconds.</source>
            <translation>门店记录的反馈几秒内就会出现在这里。</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>门店</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Rating</source>
            <translation>评分</translation>
        </message>
        <message>
            <source>What was said</source>
            <translation>反馈内容</translation>
        </message>
        <message>
            <source>Recorded by</source>
            <translation>记录人</translation>
        </message>
    </context>
    <context>
        <name>Fields</name>
        <message>
            <source>Reason for absence</source>
            <translation>缺勤原因</translation>
        </message>
        <message>
            <source>Acceptance checks</source>
            <translation>验收项</translation>
        </message>
        <message>
            <source>Accountable</source>
            <translation>负责人（A）</translation>
        </message>
        <message>
            <source>Acknowledged by</source>
            <translation>已确认人</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>行动</translation>
        </message>
        <message>
            <source>Actions</source>
            <translation>行动项</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Age range</source>
            <translation>年龄段</translation>
        </message>
        <message>
            <source>Alert</source>
            <translation>预警</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Analysis</source>
            <translation>分析</translation>
        </message>
        <message>
            <source>Annotation</source>
            <translation>注释</translation>
        </message>
        <message>
            <source>Answer due</source>
            <translation>答复期限</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>答案</translation>
        </message>
        <message>
            <source>Arrival due</source>
            <translation>应到日期</translation>
        </message>
        <message>
            <source>Arrived at</source>
            <translation>到岗时间</translation>
        </message>
        <message>
            <source>Arrived on</source>
            <translation>到货日期</translation>
        </message>
        <message>
            <source>Assigned to</source>
            <translation>执行人</translation>
        </message>
        <message>
            <source>Attendees</source>
            <translation>参会人</translation>
        </message>
        <message>
            <source>Background</source>
            <translation>背景</translation>
        </message>
        <message>
            <source>Value before</source>
            <translation>原值</translation>
        </message>
        <message>
            <source>Baseline</source>
            <translation>基线值</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>正文</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>预算</translation>
        </message>
        <message>
            <source>Budget change</source>
            <translation>预算调整</translation>
        </message>
        <message>
            <source>Budget line</source>
            <translation>预算科目</translation>
        </message>
        <message>
            <source>Size in bytes</source>
            <translation>字节数</translation>
        </message>
        <message>
            <source>Calculation</source>
            <translation>计算方式</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Caption</source>
            <translation>说明文字</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Ceiling</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>渠道</translation>
        </message>
        <message>
            <source>Channel conversion</source>
            <translation>渠道转化</translation>
        </message>
        <message>
            <source>Channel strategy</source>
            <translation>渠道策略</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>渠道</translation>
        </message>
        <message>
            <source>Checklist</source>
            <translation>检查清单</translation>
        </message>
        <message>
            <source>Choices</source>
            <translation>选项</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Collected on</source>
            <translation>采集日期</translation>
        </message>
        <message>
            <source>Commander</source>
            <translation>总指挥</translation>
        </message>
        <message>
            <source>Communication</source>
            <translation>传播方案</translation>
        </message>
        <message>
            <source>Conclusion</source>
            <translation>结论</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>同意授权</translation>
        </message>
        <message>
            <source>Consulted</source>
            <translation>咨询对象</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Content</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Content and standard</source>
            <translation>内容与标准</translation>
        </message>
        <message>
            <source>Content style</source>
            <translation>内容风格</translation>
        </message>
        <message>
            <source>Contract number</source>
            <translation>合同编号</translation>
        </message>
        <message>
            <source>Way of cooperation</source>
            <translation>合作方式</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>计数</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Data source</source>
            <translation>数据来源</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Day rate</source>
            <translation>日薪</translation>
        </message>
        <message>
            <source>Decided at</source>
            <translation>决定时间</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>决定人</translation>
        </message>
        <message>
            <source>Decided on</source>
            <translation>决定日期</translation>
        </message>
        <message>
            <source>Definition</source>
            <translation>定义</translation>
        </message>
        <message>
            <source>Reason for delay</source>
            <translation>延误原因</translation>
        </message>
        <message>
            <source>Deliverable</source>
            <translation>交付物</translation>
        </message>
        <message>
            <source>Delivery due</source>
            <translation>交付期限</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Depends on</source>
            <translation>前置任务</translation>
        </message>
        <message>
            <source>Deputies</source>
            <translation>协助人</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>描述</translation>
        </message>
        <message>
            <source>Why it differs</source>
            <translation>差异说明</translation>
        </message>
        <message>
            <source>Dimension</source>
            <translation>维度</translation>
        </message>
        <message>
            <source>Direction</source>
            <translation>方向</translation>
        </message>
        <message>
            <source>Done today</source>
            <translation>今日完成</translation>
        </message>
        <message>
            <source>End</source>
            <translation>结束</translation>
        </message>
        <message>
            <source>Due on</source>
            <translation>截止日期</translation>
        </message>
        <message>
            <source>Due at</source>
            <translation>截止时间</translation>
        </message>
        <message>
            <source>Invoice used before</source>
            <translation>发票重复</translation>
        </message>
        <message>
            <source>Duty</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Edition</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>In effect from</source>
            <translation>生效日期</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Emergency plan</source>
            <translation>应急预案</translation>
        </message>
        <message>
            <source>Employee number</source>
            <translation>工号</translation>
        </message>
        <message>
            <source>Ends at</source>
            <translation>结束时间</translation>
        </message>
        <message>
            <source>Ends on</source>
            <translation>结束日期</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Expected effect</source>
            <translation>预期效果</translation>
        </message>
        <message>
            <source>Explanation</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>What failed</source>
            <translation>未通过原因</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>发现</translation>
        </message>
        <message>
            <source>Finished at</source>
            <translation>完成时间</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Formula</source>
            <translation>公式</translation>
        </message>
        <message>
            <source>Found on</source>
            <translation>发现日期</translation>
        </message>
        <message>
            <source>Frequency</source>
            <translation>频率</translation>
        </message>
        <message>
            <source>Gaps</source>
            <translation>差距</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Habits</source>
            <translation>习惯</translation>
        </message>
        <message>
            <source>Handed to</source>
            <translation>领用人</translation>
        </message>
        <message>
            <source>Handled by</source>
            <translation>处理人</translation>
        </message>
        <message>
            <source>Happened at</source>
            <translation>发生时间</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Heard at</source>
            <translation>听取时间</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>高度</translation>
        </message>
        <message>
            <source>Received at headquarters</source>
            <translation>总部收到时间</translation>
        </message>
        <message>
            <source>Held on</source>
            <translation>召开日期</translation>
        </message>
        <message>
            <source>Highlights</source>
            <translation>亮点</translation>
        </message>
        <message>
            <source>Impact</source>
            <translation>影响程度</translation>
        </message>
        <message>
            <source>Improvements</source>
            <translation>改进项</translation>
        </message>
        <message>
            <source>Industry mean</source>
            <translation>行业均值</translation>
        </message>
        <message>
            <source>Where they learn of it</source>
            <translation>信息渠道</translation>
        </message>
        <message>
            <source>Informed</source>
            <translation>知会对象</translation>
        </message>
        <message>
            <source>Figures used</source>
            <translation>所用数据</translation>
        </message>
        <message>
            <source>Introduction</source>
            <translation>引言</translation>
        </message>
        <message>
            <source>Invoice code</source>
            <translation>发票代码</translation>
        </message>
        <message>
            <source>Invoice number</source>
            <translation>发票号码</translation>
        </message>
        <message>
            <source>Code used twice</source>
            <translation>编码重复</translation>
        </message>
        <message>
            <source>Deferred</source>
            <translation>延期</translation>
        </message>
        <message>
            <source>Launch gate</source>
            <translation>启动门槛</translation>
        </message>
        <message>
            <source>Key partner</source>
            <translation>重点合作方</translation>
        </message>
        <message>
            <source>Network tested</source>
            <translation>网络已测试</translation>
        </message>
        <message>
            <source>Number used twice</source>
            <translation>工号重复</translation>
        </message>
        <message>
            <source>Pilot</source>
            <translation>试点</translation>
        </message>
        <message>
            <source>Power tested</source>
            <translation>电力已测试</translation>
        </message>
        <message>
            <source>Repeated</source>
            <translation>重复出现</translation>
        </message>
        <message>
            <source>Second holiday of the day</source>
            <translation>当日第二个节日</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>清单项</translation>
        </message>
        <message>
            <source>Journey</source>
            <translation>消费旅程</translation>
        </message>
        <message>
            <source>Kept value written at</source>
            <translation>保留值时间</translation>
        </message>
        <message>
            <source>Kept value written by</source>
            <translation>保留值填写人</translation>
        </message>
        <message>
            <source>Kept value's device</source>
            <translation>保留值设备</translation>
        </message>
        <message>
            <source>Kept value</source>
            <translation>保留值</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>标记</translation>
        </message>
        <message>
            <source>Key actions</source>
            <translation>关键动作</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>KPI</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Leads</source>
            <translation>线索数</translation>
        </message>
        <message>
            <source>Left at</source>
            <translation>离岗时间</translation>
        </message>
        <message>
            <source>Lessons</source>
            <translation>经验教训</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>灯号</translation>
        </message>
        <message>
            <source>Likelihood</source>
            <translation>可能性</translation>
        </message>
        <message>
            <source>Location</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>Location agreed to</source>
            <translation>同意位置</translation>
        </message>
        <message>
            <source>Lock by</source>
            <translation>锁定期限</translation>
        </message>
        <message>
            <source>Locked on</source>
            <translation>锁定日期</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Other value written at</source>
            <translation>另一值时间</translation>
        </message>
        <message>
            <source>Other value written by</source>
            <translation>另一值填写人</translation>
        </message>
        <message>
            <source>Other value's device</source>
            <translation>另一值设备</translation>
        </message>
        <message>
            <source>Other value</source>
            <translation>另一值</translation>
        </message>
        <message>
            <source>Marketing strategy</source>
            <translation>营销策略</translation>
        </message>
        <message>
            <source>Material</source>
            <translation>物料</translation>
        </message>
        <message>
            <source>Material specification</source>
            <translation>物料规格</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>措施</translation>
        </message>
        <message>
            <source>Measures</source>
            <translation>措施</translation>
        </message>
        <message>
            <source>Mentions</source>
            <translation>提及</translation>
        </message>
        <message>
            <source>Metric</source>
            <translation>衡量方式</translation>
        </message>
        <message>
            <source>Milestone</source>
            <translation>里程碑</translation>
        </message>
        <message>
            <source>Marketing mix</source>
            <translation>营销组合</translation>
        </message>
        <message>
            <source>Module</source>
            <translation>模块</translation>
        </message>
        <message>
            <source>Moved on</source>
            <translation>变动日期</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Needs</source>
            <translation>所需支持</translation>
        </message>
        <message>
            <source>New amount</source>
            <translation>新金额</translation>
        </message>
        <message>
            <source>Next steps</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Next use</source>
            <translation>后续用途</translation>
        </message>
        <message>
            <source>Place in the organisation</source>
            <translation>所属机构</translation>
        </message>
        <message>
            <source>Why not done</source>
            <translation>未完成原因</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Objective</source>
            <translation>目标项</translation>
        </message>
        <message>
            <source>Objectives</source>
            <translation>目标项</translation>
        </message>
        <message>
            <source>Observed on</source>
            <translation>观察日期</translation>
        </message>
        <message>
            <source>Occupation</source>
            <translation>职业</translation>
        </message>
        <message>
            <source>Old amount</source>
            <translation>原金额</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单数</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>大纲</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Paid on</source>
            <translation>付款日期</translation>
        </message>
        <message>
            <source>Pain points</source>
            <translation>痛点</translation>
        </message>
        <message>
            <source>Belongs to</source>
            <translation>上级</translation>
        </message>
        <message>
            <source>Participants</source>
            <translation>参与人数</translation>
        </message>
        <message>
            <source>Partner</source>
            <translation>合作方</translation>
        </message>
        <message>
            <source>Payee</source>
            <translation>收款方</translation>
        </message>
        <message>
            <source>Payee's tax number</source>
            <translation>收款方税号</translation>
        </message>
        <message>
            <source>People affected</source>
            <translation>影响人数</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Job title</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Phase</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Phase model</source>
            <translation>阶段模型</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>Plan changes</source>
            <translation>计划调整</translation>
        </message>
        <message>
            <source>Rule setting</source>
            <translation>规则参数</translation>
        </message>
        <message>
            <source>Version of the rule setting</source>
            <translation>规则参数版本</translation>
        </message>
        <message>
            <source>Positioning</source>
            <translation>定位</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>Pricing</source>
            <translation>定价</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>优先级</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Process</source>
            <translation>流程</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Attitudes and values</source>
            <translation>心理特征</translation>
        </message>
        <message>
            <source>Publish at</source>
            <translation>发布时间</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>质量</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Questionnaire</source>
            <translation>问卷</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Rating</source>
            <translation>评分</translation>
        </message>
        <message>
            <source>Read by</source>
            <translation>已阅人</translation>
        </message>
        <message>
            <source>Read on</source>
            <translation>读数日期</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>票据</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Record type</source>
            <translation>记录类型</translation>
        </message>
        <message>
            <source>Recorded at</source>
            <translation>记录时间</translation>
        </message>
        <message>
            <source>Recorded by</source>
            <translation>记录人</translation>
        </message>
        <message>
            <source>Repeats every</source>
            <translation>重复周期</translation>
        </message>
        <message>
            <source>How often in that time</source>
            <translation>周期内次数</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Relevance</source>
            <translation>相关性</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Replied at</source>
            <translation>回复时间</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>回复</translation>
        </message>
        <message>
            <source>Reply due</source>
            <translation>回复期限</translation>
        </message>
        <message>
            <source>Reply to</source>
            <translation>回复对象</translation>
        </message>
        <message>
            <source>Report for</source>
            <translation>日报日期</translation>
        </message>
        <message>
            <source>Resolved at</source>
            <translation>解决时间</translation>
        </message>
        <message>
            <source>Resources needed</source>
            <translation>资源需求</translation>
        </message>
        <message>
            <source>Resources</source>
            <translation>资源</translation>
        </message>
        <message>
            <source>Respondent's name</source>
            <translation>受访人姓名</translation>
        </message>
        <message>
            <source>Respondent's phone</source>
            <translation>受访人电话</translation>
        </message>
        <message>
            <source>Response</source>
            <translation>应对</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>成果</translation>
        </message>
        <message>
            <source>Why it went back</source>
            <translation>退回原因</translation>
        </message>
        <message>
            <source>Worth for reuse</source>
            <translation>复用价值</translation>
        </message>
        <message>
            <source>Revenue</source>
            <translation>收入</translation>
        </message>
        <message>
            <source>Reversal of</source>
            <translation>冲销对象</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>复盘</translation>
        </message>
        <message>
            <source>Revoked</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>Risk</source>
            <translation>风险</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Scene</source>
            <translation>场景</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>客群</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>顺序</translation>
        </message>
        <message>
            <source>Series</source>
            <translation>系列</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>服务内容</translation>
        </message>
        <message>
            <source>Settled at</source>
            <translation>裁定时间</translation>
        </message>
        <message>
            <source>Settled by</source>
            <translation>裁定人</translation>
        </message>
        <message>
            <source>Settlement</source>
            <translation>裁定</translation>
        </message>
        <message>
            <source>Severity</source>
            <translation>严重程度</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>Shares</source>
            <translation>分配比例</translation>
        </message>
        <message>
            <source>Cause of the shortfall</source>
            <translation>未达成原因</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>门店</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Specification</source>
            <translation>规格</translation>
        </message>
        <message>
            <source>Spent</source>
            <translation>已花费</translation>
        </message>
        <message>
            <source>Spent on</source>
            <translation>支出日期</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>分摊方式</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>标准</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Started at</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>Starts at</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>Starts on</source>
            <translation>开始日期</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Strategy</source>
            <translation>策略</translation>
        </message>
        <message>
            <source>Strengths</source>
            <translation>优势</translation>
        </message>
        <message>
            <source>Summing up</source>
            <translation>汇总方式</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Taken at</source>
            <translation>拍摄时间</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>目标值</translation>
        </message>
        <message>
            <source>Target group</source>
            <translation>目标人群</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>团队</translation>
        </message>
        <message>
            <source>Team cooperation</source>
            <translation>团队协作</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>模板</translation>
        </message>
        <message>
            <source>Template edition</source>
            <translation>模板版本</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>Thumbnail</source>
            <translation>缩略图</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>To site</source>
            <translation>调往门店</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Unit price</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Usage</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>User satisfaction</source>
            <translation>用户满意度</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>数值</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>结论</translation>
        </message>
        <message>
            <source>Warning sign</source>
            <translation>预警信号</translation>
        </message>
        <message>
            <source>Weaknesses</source>
            <translation>劣势</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>宽度</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>文字值</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Other details</source>
            <translation>其他内容</translation>
        </message>
        <message>
            <source>About</source>
            <translation>关联记录</translation>
        </message>
        <message>
            <source>About what</source>
            <translation>关联类型</translation>
        </message>
        <message>
            <source>Planned end, frozen</source>
            <translation>基线结束</translation>
        </message>
        <message>
            <source>Planned start, frozen</source>
            <translation>基线开始</translation>
        </message>
        <message>
            <source>Endorsed by</source>
            <translation>会签人</translation>
        </message>
        <message>
            <source>Several answers allowed</source>
            <translation>可多选</translation>
        </message>
        <message>
            <source>Amount, frozen</source>
            <translation>冻结时的金额</translation>
        </message>
    </context>
    <context>
        <name>FormPage</name>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
    </context>
    <context>
        <name>GanttHeader</name>
        <message>
            <source>%1-%2</source>
            <comment>year-month</comment>
            <translation>%1年%2月</translation>
        </message>
    </context>
    <context>
        <name>GanttKey</name>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Under way</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Milestone</source>
            <translation>里程碑</translation>
        </message>
        <message>
            <source>Critical</source>
            <translation>关键路径</translation>
        </message>
        <message>
            <source>Frozen plan</source>
            <translation>冻结计划</translation>
        </message>
        <message>
            <source>Day off</source>
            <translation>休息日</translation>
        </message>
    </context>
    <context>
        <name>GanttPane</name>
        <message>
            <source>Gantt chart</source>
            <translation>甘特图</translation>
        </message>
        <message>
            <source>%1-%2</source>
            <comment>month-day</comment>
            <translation>%1月%2日</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <comment>from day to day</comment>
            <translation>%1 – %2</translation>
        </message>
    </context>
    <context>
        <name>GanttTab</name>
        <message>
            <source>Nothing to show on a calendar</source>
            <translation>还没有可排期的任务</translation>
        </message>
        <message>
            <source>Tasks of the plan appear here as bars as soon as there are any.</source>
            <translation>计划中有任务后，这里会显示成横条。</translation>
        </message>
    </context>
    <context>
        <name>HistorySheet</name>
        <message>
            <source>History: %1</source>
            <translation>修改记录：%1</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>LaptopFrame</name>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Campaigns</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>同步</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>总览</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>Zhixing</source>
            <translation>知行</translation>
        </message>
    </context>
    <context>
        <name>MePage</name>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Outbox</source>
            <translation>发件箱</translation>
        </message>
        <message>
            <source>Everything was sent</source>
            <translation>已全部发送</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>需要处理</translation>
        </message>
        <message>
            <source>Headquarters could not take these</source>
            <translation>总部未能接收</translation>
        </message>
        <message>
            <source>Nothing was refused</source>
            <translation>没有被退回的记录</translation>
        </message>
        <message>
            <source>My spends</source>
            <translation>我的支出</translation>
        </message>
        <message>
            <source>Waiting, approved and returned</source>
            <translation>待审、已通过与已退回</translation>
        </message>
        <message>
            <source>%1 · Zhixing %2</source>
            <translation>%1 · 知行 %2</translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>冲突</translation>
        </message>
        <message>
            <source>Two people wrote different things</source>
            <translation>两人填写的内容不一致</translation>
        </message>
        <message>
            <source>Nobody disagrees</source>
            <translation>没有分歧</translation>
        </message>
        <message>
            <source>Saved on this phone, not yet at headquarters · %1</source>
            <translation>已保存在本机，尚未到达总部 · %1</translation>
        </message>
        <message>
            <source>Repairs</source>
            <translation>修复记录</translation>
        </message>
        <message>
            <source>Nothing had to be repaired</source>
            <translation>没有需要修复的内容</translation>
        </message>
        <message>
            <source>Storage</source>
            <translation>存储</translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s) not yet at headquarters</source>
            <translation>
                <numerusform>%n 张照片尚未送达总部</numerusform>
            </translation>
        </message>
        <message>
            <source>Every photo is at headquarters</source>
            <translation>照片都已送达总部</translation>
        </message>
    </context>
    <context>
        <name>Options</name>
        <message>
            <source>Accepted</source>
            <translation>合格</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>已发生</translation>
        </message>
        <message>
            <source>Adjustment</source>
            <translation>调整</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>系统管理员</translation>
        </message>
        <message>
            <source>Agency</source>
            <translation>代理公司</translation>
        </message>
        <message>
            <source>Algorithm</source>
            <translation>算法</translation>
        </message>
        <message>
            <source>Annual plan</source>
            <translation>年度计划</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>已回复</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>已通过</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>已归档</translation>
        </message>
        <message>
            <source>Arrival</source>
            <translation>到货</translation>
        </message>
        <message>
            <source>Main push</source>
            <translation>强攻</translation>
        </message>
        <message>
            <source>Big promotion</source>
            <translation>大型促销</translation>
        </message>
        <message>
            <source>Brand publicity</source>
            <translation>品牌传播</translation>
        </message>
        <message>
            <source>Build-up</source>
            <translation>蓄势</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>Candidate</source>
            <translation>候选</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>渠道</translation>
        </message>
        <message>
            <source>Channel history</source>
            <translation>渠道历史</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已关闭</translation>
        </message>
        <message>
            <source>Communication</source>
            <translation>沟通</translation>
        </message>
        <message>
            <source>Competition</source>
            <translation>竞争</translation>
        </message>
        <message>
            <source>Competitor</source>
            <translation>竞品</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>Contingency</source>
            <translation>应急备用金</translation>
        </message>
        <message>
            <source>Convenience</source>
            <translation>便利</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Across departments</source>
            <translation>跨部门</translation>
        </message>
        <message>
            <source>Crowd</source>
            <translation>人流拥挤</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>顾客</translation>
        </message>
        <message>
            <source>Customer reward</source>
            <translation>客户回馈</translation>
        </message>
        <message>
            <source>Daily</source>
            <translation>日报</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>天</translation>
        </message>
        <message>
            <source>Delivering</source>
            <translation>履约中</translation>
        </message>
        <message>
            <source>Dismissed</source>
            <translation>已忽略</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>Environment</source>
            <translation>环境</translation>
        </message>
        <message>
            <source>Equipment</source>
            <translation>设备故障</translation>
        </message>
        <message>
            <source>Escalation</source>
            <translation>上报</translation>
        </message>
        <message>
            <source>Evaluation</source>
            <translation>评估</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>事件型</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>凭证</translation>
        </message>
        <message>
            <source>Execution</source>
            <translation>执行</translation>
        </message>
        <message>
            <source>Growth with existing customers</source>
            <translation>老客增长</translation>
        </message>
        <message>
            <source>Experience</source>
            <translation>体验</translation>
        </message>
        <message>
            <source>Extra budget</source>
            <translation>追加预算</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>未通过</translation>
        </message>
        <message>
            <source>Failure</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>Field staff</source>
            <translation>现场人员</translation>
        </message>
        <message>
            <source>Finance</source>
            <translation>财务</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>Five forces</source>
            <translation>五力分析</translation>
        </message>
        <message>
            <source>Four phases</source>
            <translation>四阶段</translation>
        </message>
        <message>
            <source>Headquarters</source>
            <translation>总部</translation>
        </message>
        <message>
            <source>High value</source>
            <translation>高价值</translation>
        </message>
        <message>
            <source>Higher is better</source>
            <translation>越高越好</translation>
        </message>
        <message>
            <source>Holiday</source>
            <translation>节假日</translation>
        </message>
        <message>
            <source>Holiday promotion</source>
            <translation>节日促销</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Interview</source>
            <translation>访谈</translation>
        </message>
        <message>
            <source>Issue</source>
            <translation>领用</translation>
        </message>
        <message>
            <source>JPEG</source>
            <translation>JPEG</translation>
        </message>
        <message>
            <source>Kick-off</source>
            <translation>启动会</translation>
        </message>
        <message>
            <source>Influencer</source>
            <translation>达人</translation>
        </message>
        <message>
            <source>Labour</source>
            <translation>人力成本</translation>
        </message>
        <message>
            <source>Latest</source>
            <translation>取最新</translation>
        </message>
        <message>
            <source>Legal</source>
            <translation>法务</translation>
        </message>
        <message>
            <source>Live slot</source>
            <translation>直播坑位</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>损耗</translation>
        </message>
        <message>
            <source>Lower is better</source>
            <translation>越低越好</translation>
        </message>
        <message>
            <source>Market</source>
            <translation>市场</translation>
        </message>
        <message>
            <source>Material</source>
            <translation>物料</translation>
        </message>
        <message>
            <source>Materials</source>
            <translation>物料制作费</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>求均值</translation>
        </message>
        <message>
            <source>Media</source>
            <translation>媒体</translation>
        </message>
        <message>
            <source>Media mentions</source>
            <translation>媒体提及</translation>
        </message>
        <message>
            <source>Mixed</source>
            <translation>有得有失</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月</translation>
        </message>
        <message>
            <source>Monthly</source>
            <translation>月报</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新客</translation>
        </message>
        <message>
            <source>New product launch</source>
            <translation>新品上市</translation>
        </message>
        <message>
            <source>Not started</source>
            <translation>未启动</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>On site</source>
            <translation>现场</translation>
        </message>
        <message>
            <source>Once</source>
            <translation>一次</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>待处理</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Part-timer</source>
            <translation>兼职</translation>
        </message>
        <message>
            <source>Passed</source>
            <translation>通过</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>PEST analysis</source>
            <translation>PEST 分析</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>已计划</translation>
        </message>
        <message>
            <source>Planning</source>
            <translation>策划</translation>
        </message>
        <message>
            <source>Platform</source>
            <translation>平台</translation>
        </message>
        <message>
            <source>PNG</source>
            <translation>PNG</translation>
        </message>
        <message>
            <source>Potential</source>
            <translation>潜力</translation>
        </message>
        <message>
            <source>Praise</source>
            <translation>表扬</translation>
        </message>
        <message>
            <source>Preparation</source>
            <translation>筹备</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>Prizes</source>
            <translation>活动奖品费</translation>
        </message>
        <message>
            <source>Process</source>
            <translation>过程</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>产品</translation>
        </message>
        <message>
            <source>Promotion</source>
            <translation>促销</translation>
        </message>
        <message>
            <source>Proposed</source>
            <translation>已提出</translation>
        </message>
        <message>
            <source>Public opinion</source>
            <translation>舆情</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>已发布</translation>
        </message>
        <message>
            <source>Quarter</source>
            <translation>季度</translation>
        </message>
        <message>
            <source>Quarterly</source>
            <translation>每季度</translation>
        </message>
        <message>
            <source>Quarterly plan</source>
            <translation>季度计划</translation>
        </message>
        <message>
            <source>Questionnaire</source>
            <translation>问卷</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>票据</translation>
        </message>
        <message>
            <source>Red</source>
            <translation>红灯</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Regional expansion</source>
            <translation>区域拓展</translation>
        </message>
        <message>
            <source>Regional manager</source>
            <translation>大区经理</translation>
        </message>
        <message>
            <source>Regulation</source>
            <translation>政策</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>不合格</translation>
        </message>
        <message>
            <source>Replacement</source>
            <translation>替换</translation>
        </message>
        <message>
            <source>Research</source>
            <translation>调研</translation>
        </message>
        <message>
            <source>Resolved</source>
            <translation>已解决</translation>
        </message>
        <message>
            <source>Resources</source>
            <translation>资源</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Retired</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>Retrospective</source>
            <translation>复盘</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>归还</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>已退回</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Safety</source>
            <translation>安全</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>已裁定</translation>
        </message>
        <message>
            <source>Sharing</source>
            <translation>分享会</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>门店</translation>
        </message>
        <message>
            <source>Site manager</source>
            <translation>门店店长</translation>
        </message>
        <message>
            <source>Sleeping</source>
            <translation>沉睡</translation>
        </message>
        <message>
            <source>Waiting for review</source>
            <translation>待审</translation>
        </message>
        <message>
            <source>Final sprint</source>
            <translation>冲刺</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Stocktake</source>
            <translation>盘点</translation>
        </message>
        <message>
            <source>Strategy</source>
            <translation>策略</translation>
        </message>
        <message>
            <source>Submitted</source>
            <translation>已提交</translation>
        </message>
        <message>
            <source>Success</source>
            <translation>成功</translation>
        </message>
        <message>
            <source>Suggestion</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>Sum</source>
            <translation>求和</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Supply</source>
            <translation>供应</translation>
        </message>
        <message>
            <source>Survey</source>
            <translation>问卷</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Team training</source>
            <translation>团队培训</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>总体</translation>
        </message>
        <message>
            <source>Trade show</source>
            <translation>展会</translation>
        </message>
        <message>
            <source>Traffic</source>
            <translation>流量</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>培训</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>调拨</translation>
        </message>
        <message>
            <source>Not checked</source>
            <translation>未检</translation>
        </message>
        <message>
            <source>User</source>
            <translation>用户</translation>
        </message>
        <message>
            <source>Venue hire</source>
            <translation>场地租赁费</translation>
        </message>
        <message>
            <source>Watching</source>
            <translation>观察中</translation>
        </message>
        <message>
            <source>Weather</source>
            <translation>天气</translation>
        </message>
        <message>
            <source>WebP</source>
            <translation>WebP</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>周</translation>
        </message>
        <message>
            <source>Weekly</source>
            <translation>周报</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>Working day</source>
            <translation>工作日</translation>
        </message>
        <message>
            <source>Yellow</source>
            <translation>黄灯</translation>
        </message>
        <message>
            <source>Being answered</source>
            <translation>回复中</translation>
        </message>
        <message>
            <source>Being handled</source>
            <translation>处理中</translation>
        </message>
        <message>
            <source>Channel promotion</source>
            <translation>渠道推广费</translation>
        </message>
        <message>
            <source>Complaint on site</source>
            <translation>现场投诉</translation>
        </message>
        <message>
            <source>Equipment hire</source>
            <translation>设备租赁费</translation>
        </message>
        <message>
            <source>Minor</source>
            <translation>轻微</translation>
        </message>
        <message>
            <source>Noticeable</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>Serious</source>
            <translation>严重</translation>
        </message>
        <message>
            <source>Solved</source>
            <translation>已解决</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Supplies</source>
            <translation>物料短缺</translation>
        </message>
        <message>
            <source>Venue</source>
            <translation>场地</translation>
        </message>
    </context>
    <context>
        <name>OutboxList</name>
        <message>
            <source>Everything was sent</source>
            <translation>已全部发送</translation>
        </message>
        <message>
            <source>What you record without a network waits here and goes out by itself.</source>
            <translation>没有网络时的记录会在这里等待，联网后自动发出。</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>立即重试</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
    </context>
    <context>
        <name>OutboxPage</name>
        <message>
            <source>Outbox</source>
            <translation>发件箱</translation>
        </message>
    </context>
    <context>
        <name>OverviewPage</name>
        <message>
            <source>Overview</source>
            <translation>总览</translation>
        </message>
        <message>
            <source>yuan</source>
            <translation>元</translation>
        </message>
        <message>
            <source>10,000 yuan</source>
            <translation>万元</translation>
        </message>
        <message>
            <source>Spent and committed of the budget, by region</source>
            <translation>各区域预算的已支出与待审</translation>
        </message>
        <message>
            <source>Spent</source>
            <translation>已支出</translation>
        </message>
        <message>
            <source>Committed; at the end what is left</source>
            <translation>待审；右侧为剩余</translation>
        </message>
        <message>
            <source>From visitors to orders</source>
            <translation>从到店到成交</translation>
        </message>
        <message>
            <source>Sums of what daily reports say</source>
            <translation>各日报数据之和</translation>
        </message>
        <message>
            <source>How complete this is</source>
            <translation>数据完整度</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>预警</translation>
        </message>
        <message>
            <source>Lines and spends count where they are placed. A region without lines of its own spends headquarters' budget.</source>
            <translation>科目与支出按所在机构归属；没有自有科目的区域使用总部预算。</translation>
        </message>
    </context>
    <context>
        <name>PhoneFrame</name>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>看板</translation>
        </message>
        <message>
            <source>Me</source>
            <translation>我的</translation>
        </message>
    </context>
    <context>
        <name>PhonePage</name>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
    </context>
    <context>
        <name>PhotoField</name>
        <message>
            <source>Photos</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Drop pictures here, or paste them with Ctrl+V.</source>
            <translation>可把图片拖到这里，或按 Ctrl+V 粘贴。</translation>
        </message>
        <message>
            <source>Take a photo</source>
            <translation>拍照</translation>
        </message>
        <message>
            <source>Choose a picture</source>
            <translation>选择图片</translation>
        </message>
        <message>
            <source>Remove this photo</source>
            <translation>移除这张照片</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>Choose pictures</source>
            <translation>选择图片</translation>
        </message>
        <message>
            <source>Pictures and PDF (%1)</source>
            <translation>图片和 PDF (%1)</translation>
        </message>
        <message>
            <source>All files (%1)</source>
            <translation>所有文件 (%1)</translation>
        </message>
    </context>
    <context>
        <name>PhotoViewer</name>
        <message>
            <source>Photo %1 of %2</source>
            <translation>第 %1 张，共 %2 张</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>A PDF document</source>
            <translation>PDF 文件</translation>
        </message>
        <message>
            <source>This picture cannot be shown</source>
            <translation>这张图片无法显示</translation>
        </message>
        <message>
            <source>It is kept as it is and sent with the record.</source>
            <translation>原样保存，随记录一起发送。</translation>
        </message>
        <message>
            <source>Only the small picture is on this device.</source>
            <translation>本机只有缩略图。</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Save a copy with time and place</source>
            <translation>另存带时间地点的副本</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
    </context>
    <context>
        <name>PlanLine</name>
        <message>
            <source>%1. %2</source>
            <comment>number, task</comment>
            <translation>%1. %2</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Begins too early</source>
            <translation>开始过早</translation>
        </message>
    </context>
    <context>
        <name>PlanLineSheet</name>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Begins</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Begin a day earlier</source>
            <translation>提前一天开始</translation>
        </message>
        <message>
            <source>Begin a day later</source>
            <translation>推迟一天开始</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>结束</translation>
        </message>
        <message>
            <source>End a day earlier</source>
            <translation>提前一天结束</translation>
        </message>
        <message>
            <source>End a day later</source>
            <translation>推迟一天结束</translation>
        </message>
        <message>
            <source>What waits for this task is moved along where it must be.</source>
            <translation>等待这项任务的后续任务会按需要顺延。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Open the task</source>
            <translation>打开任务</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>PlanTable</name>
        <message>
            <source>The plan is empty</source>
            <translation>还没有执行项</translation>
        </message>
        <message>
            <source>Actions of this campaign are listed here with their standard, owner and time.</source>
            <translation>这里列出本活动的各项动作：标准、负责人和时间。</translation>
        </message>
        <message>
            <source>Module</source>
            <translation>策略模块</translation>
        </message>
        <message>
            <source>Core action</source>
            <translation>核心动作</translation>
        </message>
        <message>
            <source>Content and standard</source>
            <translation>执行内容·标准</translation>
        </message>
        <message>
            <source>Department · person</source>
            <translation>责任部门·人</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>End</source>
            <translation>结束时间</translation>
        </message>
        <message>
            <source>State</source>
            <translation>完成状态</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Waits for</source>
            <translation>前置任务</translation>
        </message>
    </context>
    <context>
        <name>PlanningPage</name>
        <message>
            <source>Plan</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>预算</translation>
        </message>
        <message>
            <source>RACI</source>
            <translation>责任</translation>
        </message>
        <message>
            <source>The plan is empty</source>
            <translation>计划还是空的</translation>
        </message>
        <message>
            <source>Actions of this campaign are listed here with their standard, owner and time.</source>
            <translation>本活动的动作连同标准、负责人和时间列在这里。</translation>
        </message>
        <message>
            <source>No budget lines</source>
            <translation>没有预算明细</translation>
        </message>
        <message>
            <source>Lines of this campaign's budget are listed here with what is left of each.</source>
            <translation>本活动的预算明细和各自的余额列在这里。</translation>
        </message>
        <message>
            <source>%1 tasks done · %2</source>
            <translation>任务完成 %1 · %2</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
    </context>
    <context>
        <name>PlanningPeople</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Does: %1</source>
            <translation>执行：%1</translation>
        </message>
        <message>
            <source>Decides: %1</source>
            <translation>负责：%1</translation>
        </message>
        <message>
            <source>Advises: %1</source>
            <translation>参与：%1</translation>
        </message>
        <message>
            <source>Hears of it: %1</source>
            <translation>知会：%1</translation>
        </message>
        <message>
            <source>%1. %2</source>
            <comment>number, task</comment>
            <translation>%1. %2</translation>
        </message>
        <message>
            <source>Nobody is named yet</source>
            <translation>还没有指定人员</translation>
        </message>
        <message>
            <source>Who does, decides, advises and hears is listed here for every task of the plan.</source>
            <translation>计划中每项任务由谁执行、谁负责、谁参与、谁知会，列在这里。</translation>
        </message>
    </context>
    <context>
        <name>PlanningTargets</name>
        <message>
            <source>%1 %2</source>
            <comment>amount, unit</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>No targets yet</source>
            <translation>还没有目标</translation>
        </message>
        <message>
            <source>What this campaign must reach is written down at headquarters and shown here.</source>
            <translation>这个活动要达成的目标由总部填写，显示在这里。</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
    </context>
    <context>
        <name>ProgressTable</name>
        <message>
            <source>The plan is empty</source>
            <translation>计划还是空的</translation>
        </message>
        <message>
            <source>Actions of this campaign are listed here with their standard, owner and time.</source>
            <translation>这里列出活动的各项任务及其标准、责任人和时间。</translation>
        </message>
        <message>
            <source>Phase</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间节点</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>任务内容</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>门店</translation>
        </message>
        <message>
            <source>Person in charge</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Completion</source>
            <translation>完成情况</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>RaciTable</name>
        <message>
            <source>Who does, decides, advises and is told</source>
            <translation>谁执行、谁负责、谁参与、谁知会</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>%1  %2</source>
            <comment>number, title</comment>
            <translation>%1  %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>person, part</comment>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>RegionTable</name>
        <message>
            <source>Region</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>预算</translation>
        </message>
        <message>
            <source>Spent</source>
            <translation>已支出</translation>
        </message>
        <message>
            <source>Committed</source>
            <translation>待审</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>剩余</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>产出比</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>灯号</translation>
        </message>
        <message>
            <source>Sites agreed</source>
            <translation>已核对门店</translation>
        </message>
    </context>
    <context>
        <name>RepairList</name>
        <message>
            <source>Nothing had to be repaired</source>
            <translation>没有需要修复的内容</translation>
        </message>
        <message>
            <source>Both sides are compared all the time. Should they ever differ, what was done about it stands here.</source>
            <translation>本机与总部一直在核对。一旦出现差异，处理结果会记录在这里。</translation>
        </message>
        <message>
            <source>Not repaired</source>
            <translation>未修复</translation>
        </message>
        <message>
            <source>Put right</source>
            <translation>已修复</translation>
        </message>
        <message>
            <source>Export all to a file</source>
            <translation>全部导出到文件</translation>
        </message>
    </context>
    <context>
        <name>RepairsPage</name>
        <message>
            <source>Repairs</source>
            <translation>修复记录</translation>
        </message>
    </context>
    <context>
        <name>ReportPage</name>
        <message>
            <source>Daily report</source>
            <translation>日报</translation>
        </message>
        <message>
            <source>File again</source>
            <translation>重新提交</translation>
        </message>
        <message>
            <source>File</source>
            <translation>提交日报</translation>
        </message>
        <message>
            <source>Done today</source>
            <translation>当日完成动作</translation>
        </message>
        <message>
            <source>Not done, and why</source>
            <translation>未完成原因</translation>
        </message>
        <message>
            <source>Help needed from others</source>
            <translation>需协调资源</translation>
        </message>
        <message>
            <source>Write at least one line.</source>
            <translation>请至少写一行。</translation>
        </message>
        <message numerus="yes">
            <source>Filled in from %n task(s) of today; change what does not fit.</source>
            <translation>
                <numerusform>已根据今天的 %n 项任务填好，不合适的可以修改。</numerusform>
            </translation>
        </message>
        <message>
            <source>One action a line</source>
            <translation>一行一个动作</translation>
        </message>
        <message>
            <source>Nothing is open</source>
            <translation>没有未完成的</translation>
        </message>
        <message>
            <source>Whom or what you need, and by when</source>
            <translation>需要谁、需要什么、什么时候要</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>明日计划</translation>
        </message>
        <message>
            <source>What comes first tomorrow</source>
            <translation>明天最先要做的</translation>
        </message>
        <message>
            <source>The day in figures</source>
            <translation>当日数据</translation>
        </message>
        <message>
            <source>Participants</source>
            <translation>参与人数</translation>
        </message>
        <message>
            <source>Leads</source>
            <translation>线索</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Revenue (yuan)</source>
            <translation>收入（元）</translation>
        </message>
        <message>
            <source>Cost (yuan)</source>
            <translation>花费（元）</translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message>
            <source>Record it</source>
            <translation>确认提交</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>￥%1</source>
            <translation>￥%1</translation>
        </message>
        <message>
            <source>Nothing to review</source>
            <translation>没有待审支出</translation>
        </message>
        <message>
            <source>Left in this line after approval</source>
            <translation>通过后该科目剩余</translation>
        </message>
        <message>
            <source>Exceeds</source>
            <translation>超支</translation>
        </message>
        <message>
            <source>Within</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>Why it goes back</source>
            <translation>退回原因</translation>
        </message>
        <message>
            <source>Enter sends it back, Escape leaves it as it is.</source>
            <translation>回车退回，Esc 取消。</translation>
        </message>
        <message>
            <source>For example: the receipt is missing</source>
            <translation>例如：缺少发票</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Return it</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>暂不</translation>
        </message>
        <message>
            <source>Somebody else decides</source>
            <translation>由他人审批</translation>
        </message>
        <message>
            <source>Take the mark off</source>
            <translation>取消选择</translation>
        </message>
        <message>
            <source>Mark for approving several</source>
            <translation>选择以便批量审批</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Approve together</source>
            <translation>一起通过</translation>
        </message>
        <message>
            <source>Spends, reports and changes of plans from your sites appear here as they arrive.</source>
            <translation>门店提交的支出、报告和计划变更会出现在这里。</translation>
        </message>
        <message>
            <source>J next · K previous · A approve · R return · Space photos · X mark · Z undo</source>
            <translation>J 下一条 · K 上一条 · A 通过 · R 退回 · 空格看照片 · X 选择 · Z 撤销</translation>
        </message>
    </context>
    <context>
        <name>ReviewQueue</name>
        <message>
            <source>Spend</source>
            <translation>支出</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>Plan change</source>
            <translation>计划变更</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Your own request: somebody else decides</source>
            <translation>这是您自己提交的，由他人审批</translation>
        </message>
        <message>
            <source>Decided by: %1</source>
            <translation>由%1审批</translation>
        </message>
        <message>
            <source>You have agreed; finance or headquarters decides</source>
            <translation>您已同意，等待财务或总部审批</translation>
        </message>
        <message>
            <source>Above ￥%1: a second approval by headquarters is needed</source>
            <translation>超过 ￥%1：您同意后还需总部二次审批</translation>
        </message>
        <message>
            <source>Above ￥%1: your approval is the last, no manager has agreed yet</source>
            <translation>超过 ￥%1：由您终审，尚无经理同意</translation>
        </message>
        <message>
            <source>Above ￥%1: a manager has agreed, your approval is the second</source>
            <translation>超过 ￥%1：经理已同意，由您二次审批</translation>
        </message>
        <message>
            <source>Up to ￥%1 one approval is enough</source>
            <translation>不超过 ￥%1，一次审批即可</translation>
        </message>
        <message>
            <source>This invoice number was used before</source>
            <translation>这个发票号码以前用过</translation>
        </message>
        <message>
            <source>%1 × ￥%2 is ￥%3: ￥%4 differ</source>
            <translation>%1 × ￥%2 = ￥%3，相差 ￥%4</translation>
        </message>
        <message>
            <source>For</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>no note</source>
            <translation>没有备注</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>%1 %2 at ￥%3</source>
            <translation>%1 %2，单价 ￥%3</translation>
        </message>
        <message>
            <source>Spent on</source>
            <translation>支出日期</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>门店</translation>
        </message>
        <message>
            <source>Paid to</source>
            <translation>收款方</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Recorded by</source>
            <translation>提交人</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>person, time</comment>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进展</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Changes of plan</source>
            <translation>计划调整</translation>
        </message>
        <message>
            <source>Conclusion</source>
            <translation>结论</translation>
        </message>
        <message>
            <source>Held on</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Its budget lines come to ￥%1, not ￥%2</source>
            <translation>预算明细合计 ￥%1，与总额 ￥%2 不符</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <comment>from day to day</comment>
            <translation>%1 – %2</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Dates</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>任务数</translation>
        </message>
        <message>
            <source>Budget: %1</source>
            <translation>预算：%1</translation>
        </message>
        <message>
            <source>From</source>
            <translation>原金额</translation>
        </message>
        <message>
            <source>To</source>
            <translation>新金额</translation>
        </message>
        <message>
            <source>￥%1 (%2%3)</source>
            <translation>￥%1（%2%3）</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Effective</source>
            <translation>生效日期</translation>
        </message>
    </context>
    <context>
        <name>SettingsCard</name>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>As the device</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>字号</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>标准</translation>
        </message>
        <message>
            <source>Large</source>
            <translation>大</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>更大</translation>
        </message>
        <message>
            <source>Double</source>
            <translation>两倍</translation>
        </message>
        <message>
            <source>Sums and budgets</source>
            <translation>合计与预算</translation>
        </message>
        <message>
            <source>In units of 10,000 yuan they are rounded to two places. Single amounts stay exact to the fen.</source>
            <translation>以万元显示时四舍五入到两位小数；单笔金额始终精确到分。</translation>
        </message>
        <message>
            <source>yuan</source>
            <translation>元</translation>
        </message>
        <message>
            <source>10,000 yuan</source>
            <translation>万元</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>They belong to this device and take effect at once.</source>
            <translation>仅对本设备生效，立即起作用。</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Zhixing %1</source>
            <translation>知行 %1</translation>
        </message>
        <message>
            <source>Display</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>Storage</source>
            <translation>存储</translation>
        </message>
    </context>
    <context>
        <name>SpendAmount</name>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
    </context>
    <context>
        <name>SpendDetails</name>
        <message>
            <source>Invoice number</source>
            <translation>发票号码</translation>
        </message>
        <message>
            <source>Read from the picture when the invoice has a QR code.</source>
            <translation>发票上有二维码时，拍照后自动填入。</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Unit price (yuan)</source>
            <translation>单价（元）</translation>
        </message>
        <message>
            <source>The reviewer sees both.</source>
            <translation>审核人会同时看到两者。</translation>
        </message>
        <message>
            <source>Why do they differ?</source>
            <translation>为什么不一致？</translation>
        </message>
    </context>
    <context>
        <name>SpendPage</name>
        <message>
            <source>Correct a spend</source>
            <translation>修改支出</translation>
        </message>
        <message>
            <source>Spend</source>
            <translation>记支出</translation>
        </message>
        <message>
            <source>Choose a budget line</source>
            <translation>选择预算科目</translation>
        </message>
        <message>
            <source>What was it for?</source>
            <translation>用途说明</translation>
        </message>
        <message>
            <source>Delete the last sign</source>
            <translation>退格</translation>
        </message>
        <message>
            <source>Budget line</source>
            <translation>选择预算科目</translation>
        </message>
        <message>
            <source>No budget lines yet</source>
            <translation>还没有预算科目</translation>
        </message>
        <message>
            <source>Headquarters adds them to the campaign; they arrive with the next sync.</source>
            <translation>预算科目由总部在活动中设置，下次同步后即可选择。</translation>
        </message>
        <message>
            <source>Spent on</source>
            <translation>支出日期</translation>
        </message>
        <message>
            <source>Receipts and invoices</source>
            <translation>票据照片</translation>
        </message>
    </context>
    <context>
        <name>SpendsPage</name>
        <message>
            <source>My spends</source>
            <translation>我的支出</translation>
        </message>
        <message>
            <source>￥%1 · %2</source>
            <translation>￥%1 · %2</translation>
        </message>
        <message>
            <source>No spends yet</source>
            <translation>还没有支出</translation>
        </message>
        <message>
            <source>Record one with the plus button; it is saved here at once, with or without a network.</source>
            <translation>点加号记一笔，有没有网络都会立即保存在本机。</translation>
        </message>
        <message>
            <source>Take back %1?</source>
            <translation>冲销 %1？</translation>
        </message>
        <message>
            <source>What was approved is never altered. Its opposite is recorded and goes to your manager; then record the spend as it should have been.</source>
            <translation>已通过的支出不会被改动。系统会记一笔相反的支出交给主管审核，之后请按实际情况重新记录。</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>冲销</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>不冲销</translation>
        </message>
    </context>
    <context>
        <name>StackedBars</name>
        <message>
            <source>%1: %2 % %3, %4 % %5</source>
            <translation>%1：%3 %2%，%5 %4%</translation>
        </message>
    </context>
    <context>
        <name>StorageCard</name>
        <message>
            <source>Records</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Everything you can see without a network</source>
            <translation>没有网络也能查看的全部内容</translation>
        </message>
        <message>
            <source>Photos not yet at headquarters</source>
            <translation>尚未送达总部的照片</translation>
        </message>
        <message>
            <source>They stay until headquarters has them</source>
            <translation>送达之前一直保留在本机</translation>
        </message>
        <message>
            <source>Photos at headquarters</source>
            <translation>已送达总部的照片</translation>
        </message>
        <message>
            <source>Their copies here may be freed</source>
            <translation>本机的副本可以释放</translation>
        </message>
        <message>
            <source>Freed before</source>
            <translation>已释放</translation>
        </message>
        <message>
            <source>Small pictures of them are still here</source>
            <translation>本机仍有缩略图</translation>
        </message>
        <message>
            <source>Left on this device</source>
            <translation>本机剩余空间</translation>
        </message>
        <message>
            <source>Nothing can be freed now</source>
            <translation>目前没有可释放的内容</translation>
        </message>
        <message>
            <source>Free %1</source>
            <translation>释放 %1</translation>
        </message>
        <message>
            <source>Only photos that headquarters has confirmed with a signed receipt are freed. What you recorded stays.</source>
            <translation>只释放总部已签收确认的照片，您的记录不受影响。</translation>
        </message>
    </context>
    <context>
        <name>StoragePage</name>
        <message>
            <source>Storage</source>
            <translation>存储</translation>
        </message>
    </context>
    <context>
        <name>SyncPage</name>
        <message>
            <source>Sync</source>
            <translation>同步</translation>
        </message>
        <message>
            <source>Outbox</source>
            <translation>发件箱</translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>冲突</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>需要处理</translation>
        </message>
        <message>
            <source>This device</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>Repairs</source>
            <translation>修复记录</translation>
        </message>
        <message>
            <source>Between this device and headquarters at %1</source>
            <translation>本机与总部（%1）之间</translation>
        </message>
    </context>
    <context>
        <name>TargetDimension</name>
        <message>
            <source>By market</source>
            <translation>按市场</translation>
        </message>
        <message>
            <source>By channel</source>
            <translation>按渠道</translation>
        </message>
        <message>
            <source>By product</source>
            <translation>按产品</translation>
        </message>
        <message>
            <source>By user</source>
            <translation>按用户</translation>
        </message>
        <message>
            <source>By stage</source>
            <translation>按阶段</translation>
        </message>
        <message>
            <source>In parts</source>
            <translation>分项</translation>
        </message>
    </context>
    <context>
        <name>TargetsTable</name>
        <message>
            <source>No targets yet</source>
            <translation>还没有目标</translation>
        </message>
        <message>
            <source>Write down what this campaign must reach, then break it down by market, channel, product, user or time.</source>
            <translation>先写下活动要达成的总目标，再按市场、渠道、产品、用户或阶段拆解。</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Metric</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>目标值</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>占比</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>截止日期</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>核对</translation>
        </message>
    </context>
    <context>
        <name>TaskPage</name>
        <message>
            <source>Task</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>Not yet at headquarters</source>
            <translation>尚未到达总部</translation>
        </message>
        <message>
            <source>Content and standard</source>
            <translation>执行内容·标准</translation>
        </message>
        <message>
            <source>Checklist</source>
            <translation>检查清单</translation>
        </message>
        <message>
            <source>Why it is late, or what holds it up</source>
            <translation>延期原因</translation>
        </message>
        <message>
            <source>For example: the material comes on the 15th</source>
            <translation>例如：物料 15 日到货</translation>
        </message>
        <message>
            <source>Save the reason</source>
            <translation>保存原因</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Progress; %1</source>
            <translation>进度（%1）</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Counted so far: %1</source>
            <translation>累计数量：%1</translation>
        </message>
        <message>
            <source>+1</source>
            <translation>+1</translation>
        </message>
        <message>
            <source>Count one more</source>
            <translation>加 1</translation>
        </message>
        <message>
            <source>+10</source>
            <translation>+10</translation>
        </message>
        <message>
            <source>Count ten more</source>
            <translation>加 10</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>评论</translation>
        </message>
        <message>
            <source>Who changed what</source>
            <translation>修改记录</translation>
        </message>
    </context>
    <context>
        <name>TasksPage</name>
        <message>
            <source>Tasks</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>Open %1</source>
            <translation>待办 %1</translation>
        </message>
        <message>
            <source>Late %1</source>
            <translation>逾期 %1</translation>
        </message>
        <message>
            <source>Done %1</source>
            <translation>已完成 %1</translation>
        </message>
        <message>
            <source>Nothing is late</source>
            <translation>没有逾期任务</translation>
        </message>
        <message>
            <source>Nothing done yet</source>
            <translation>还没有完成的任务</translation>
        </message>
        <message>
            <source>No open tasks</source>
            <translation>没有待办任务</translation>
        </message>
        <message>
            <source>Every open task is within its time.</source>
            <translation>所有未完成的任务都在期限内。</translation>
        </message>
        <message>
            <source>Tasks you finish are kept here.</source>
            <translation>完成的任务会保存在这里。</translation>
        </message>
        <message>
            <source>New tasks from headquarters appear here by themselves.</source>
            <translation>总部下发的新任务会自动出现在这里。</translation>
        </message>
    </context>
    <context>
        <name>TemplateSheet</name>
        <message>
            <source>Plan a campaign</source>
            <translation>新建活动</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>For example: Autumn open days</source>
            <translation>例如：金秋开放日</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>开始日期</translation>
        </message>
        <message>
            <source>2025-10-16</source>
            <translation>2025-10-16</translation>
        </message>
        <message>
            <source>Start from</source>
            <translation>选择模板</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Start with an empty plan</source>
            <translation>从空白计划开始</translation>
        </message>
        <message>
            <source>Start from this template</source>
            <translation>用这个模板开始</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>以后再说</translation>
        </message>
    </context>
    <context>
        <name>TodayDesk</name>
        <message>
            <source>Waiting for you</source>
            <translation>等您处理</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Nothing waits for your decision</source>
            <translation>没有等您决定的事项</translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>冲突</translation>
        </message>
        <message>
            <source>Two people wrote different things</source>
            <translation>两人填写的内容不一致</translation>
        </message>
        <message>
            <source>Nobody disagrees</source>
            <translation>没有分歧</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>预警</translation>
        </message>
        <message>
            <source>The worst first, on the overview</source>
            <translation>在总览中查看，最严重的排在前面</translation>
        </message>
        <message>
            <source>No open alerts on this device.</source>
            <translation>本机没有待处理的预警。</translation>
        </message>
    </context>
    <context>
        <name>TodayMissing</name>
        <message>
            <source>Still missing today</source>
            <translation>今天还差</translation>
        </message>
        <message>
            <source>Nothing is missing</source>
            <translation>今天该交的都交了</translation>
        </message>
        <message>
            <source>Report filed, nothing returned.</source>
            <translation>日报已提交，没有退回。</translation>
        </message>
    </context>
    <context>
        <name>TodayOccasion</name>
        <message>
            <source>Incident</source>
            <translation>突发事件</translation>
        </message>
        <message>
            <source>Feedback</source>
            <comment>a button: record some</comment>
            <translation>记反馈</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>All tasks</source>
            <translation>全部任务</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
    </context>
    <context>
        <name>TodayRecorded</name>
        <message>
            <source>Recorded today</source>
            <translation>今日记录</translation>
        </message>
        <message>
            <source>Spend (yuan)</source>
            <translation>支出（元）</translation>
        </message>
        <message>
            <source>Feedback</source>
            <translation>反馈（条）</translation>
        </message>
        <message>
            <source>Tasks done</source>
            <translation>完成任务</translation>
        </message>
        <message>
            <source>Who is on duty</source>
            <translation>到岗情况</translation>
        </message>
        <message>
            <source>Feedback and replies</source>
            <translation>反馈与回复</translation>
        </message>
        <message numerus="yes">
            <source>%n to answer</source>
            <translation>
                <numerusform>%n 条待回复</numerusform>
            </translation>
        </message>
        <message>
            <source>Incidents</source>
            <translation>突发事件</translation>
        </message>
        <message numerus="yes">
            <source>%n not solved</source>
            <translation>
                <numerusform>%n 件未解决</numerusform>
            </translation>
        </message>
        <message>
            <source>Retrospective at 21:00</source>
            <translation>21:00 现场复盘</translation>
        </message>
        <message>
            <source>held</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Spend</source>
            <translation>支出</translation>
        </message>
    </context>
    <context>
        <name>TodayTasks</name>
        <message>
            <source>Tasks for today</source>
            <translation>今天的任务</translation>
        </message>
        <message numerus="yes">
            <source>%n task(s)</source>
            <translation>
                <numerusform>%n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>No tasks for today</source>
            <translation>今天没有任务</translation>
        </message>
        <message>
            <source>What is due today or late appears here.</source>
            <translation>今天到期和逾期的任务会出现在这里。</translation>
        </message>
        <message>
            <source>All tasks</source>
            <translation>全部任务</translation>
        </message>
    </context>
    <context>
        <name>TodayWeek</name>
        <message>
            <source>This week</source>
            <translation>本周</translation>
        </message>
        <message>
            <source>%1 · late</source>
            <comment>tasks</comment>
            <translation>%1 · 已逾期</translation>
        </message>
    </context>
    <context>
        <name>TrayList</name>
        <message>
            <source>Correct it</source>
            <translation>修改后重发</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>重新发送</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Nothing needs you</source>
            <translation>没有需要处理的记录</translation>
        </message>
        <message>
            <source>If headquarters cannot take something you recorded, it comes back here with the reason. It is never lost.</source>
            <translation>总部未能接收的记录会连同原因回到这里，不会丢失。</translation>
        </message>
        <message>
            <source>Discard this?</source>
            <translation>放弃这条记录？</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>“%1” will not reach headquarters. For 90 days you can have it back.</source>
            <translation>“%1”不会发往总部。90 天内可以找回。</translation>
        </message>
    </context>
    <context>
        <name>TrayPage</name>
        <message>
            <source>Needs you</source>
            <translation>需要处理</translation>
        </message>
    </context>
    <context>
        <name>Types</name>
        <message>
            <source>Alert</source>
            <translation>预警</translation>
        </message>
        <message>
            <source>Allowance</source>
            <translation>额度</translation>
        </message>
        <message>
            <source>Attendance</source>
            <translation>考勤</translation>
        </message>
        <message>
            <source>Booking</source>
            <translation>预订</translation>
        </message>
        <message>
            <source>Budget change</source>
            <translation>预算调整</translation>
        </message>
        <message>
            <source>Budget line</source>
            <translation>预算科目</translation>
        </message>
        <message>
            <source>Calendar day</source>
            <translation>日历</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>案例</translation>
        </message>
        <message>
            <source>Checklist</source>
            <translation>检查清单</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>评论</translation>
        </message>
        <message>
            <source>Competitor</source>
            <translation>竞品</translation>
        </message>
        <message>
            <source>Conflict</source>
            <translation>冲突</translation>
        </message>
        <message>
            <source>Daily report</source>
            <translation>日报</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>决策</translation>
        </message>
        <message>
            <source>Feedback</source>
            <translation>反馈</translation>
        </message>
        <message>
            <source>Permission</source>
            <translation>授权</translation>
        </message>
        <message>
            <source>Incident</source>
            <translation>突发事件</translation>
        </message>
        <message>
            <source>KPI</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>KPI reading</source>
            <translation>指标读数</translation>
        </message>
        <message>
            <source>Material</source>
            <translation>物料</translation>
        </message>
        <message>
            <source>Material movement</source>
            <translation>物料变动</translation>
        </message>
        <message>
            <source>Place in the organisation</source>
            <translation>所属机构</translation>
        </message>
        <message>
            <source>Objective</source>
            <translation>目标项</translation>
        </message>
        <message>
            <source>Partner</source>
            <translation>合作方</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Customer profile</source>
            <translation>用户画像</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Rule setting</source>
            <translation>规则参数</translation>
        </message>
        <message>
            <source>Questionnaire</source>
            <translation>问卷</translation>
        </message>
        <message>
            <source>Research</source>
            <translation>调研</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>复盘</translation>
        </message>
        <message>
            <source>Risk</source>
            <translation>风险</translation>
        </message>
        <message>
            <source>Spend</source>
            <translation>支出</translation>
        </message>
        <message>
            <source>Strategy</source>
            <translation>策略</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>模板</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
    </context>
    <context>
        <name>UnfinishedCard</name>
        <message>
            <source>You were not finished</source>
            <translation>还没有填完</translation>
        </message>
        <message>
            <source>typed %1</source>
            <translation>%1 填写</translation>
        </message>
        <message>
            <source>typed %1 · %2</source>
            <translation>%1 填写 · %2</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Somebody changed this after you looked at it. Please look again and decide anew.</source>
            <translation>您查看之后有人改动过，请重新查看后再决定。</translation>
        </message>
        <message>
            <source>d MMM</source>
            <extracomment>Date formats as in QDate::toString: without and with the year.</extracomment>
            <translation>M月d日</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <translation>yyyy年M月d日</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>明天</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>day, time</comment>
            <translation>%1 %2</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) late</source>
            <translation>
                <numerusform>逾期 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>due %1</source>
            <translation>%1截止</translation>
        </message>
        <message>
            <source>due %1 %2</source>
            <comment>day, time</comment>
            <translation>%1 %2 前</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Cancel the task</source>
            <translation>取消任务</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>改回未启动</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>空</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>已修改</translation>
        </message>
        <message>
            <source>The storage of this device is full, so this was not saved. Earlier work is safe. Free some space and save again.</source>
            <translation>本机存储已满，这次没有保存。此前的记录是安全的，请腾出空间后再保存。</translation>
        </message>
        <message>
            <source>The storage of this device failed, so this was not saved. Earlier work is safe. Please restart the app.</source>
            <translation>本机存储出错，这次没有保存。此前的记录是安全的，请重启应用。</translation>
        </message>
        <message>
            <source>The file on this device is damaged and was left untouched. Please ask your administrator.</source>
            <translation>本机文件已损坏，未作任何改动。请联系管理员。</translation>
        </message>
        <message>
            <source>This file is not a Zhixing store and was left untouched.</source>
            <translation>这不是知行的数据文件，未作任何改动。</translation>
        </message>
        <message>
            <source>This file was made by a newer Zhixing. Please update the app; nothing was changed.</source>
            <translation>该文件由更新版本的知行创建，请升级应用；未作任何改动。</translation>
        </message>
        <message>
            <source>Zhixing is already open on this device. Please use that window.</source>
            <translation>知行已在本机打开，请使用已有窗口。</translation>
        </message>
        <message>
            <source>The password is not right. Please try again.</source>
            <translation>密码不正确，请重试。</translation>
        </message>
        <message>
            <source>This link is not valid, or older than ten minutes. Please ask for a new one.</source>
            <translation>链接无效，或已超过十分钟。请让管理员重新发一个。</translation>
        </message>
        <message>
            <source>This link was used before. Please ask for a new one.</source>
            <translation>链接已被使用，请索取新的链接。</translation>
        </message>
        <message>
            <source>The server cannot be reached. Please check the network and try again.</source>
            <translation>无法连接服务器，请检查网络后重试。</translation>
        </message>
        <message>
            <source>The server's certificate is not trusted, so nothing was sent. Please ask your administrator.</source>
            <translation>服务器证书不受信任，未发送任何内容。请联系管理员。</translation>
        </message>
        <message>
            <source>The server did not answer in time. Please try again.</source>
            <translation>服务器未及时响应，请重试。</translation>
        </message>
        <message>
            <source>Too many attempts. Please wait a few minutes.</source>
            <translation>尝试次数过多，请稍后再试。</translation>
        </message>
        <message>
            <source>%1 is missing.</source>
            <translation>缺少“%1”。</translation>
        </message>
        <message>
            <source>%1 is too long (at most %2).</source>
            <translation>“%1”太长（最多 %2 字）。</translation>
        </message>
        <message>
            <source>%1 is out of range.</source>
            <translation>“%1”超出范围。</translation>
        </message>
        <message>
            <source>%1 no longer exists. Please choose another.</source>
            <translation>所选的“%1”已不存在，请另选。</translation>
        </message>
        <message>
            <source>Your role does not allow this.</source>
            <translation>您的角色无权执行此操作。</translation>
        </message>
        <message>
            <source>This can no longer be changed in its present state.</source>
            <translation>当前状态下不能再修改。</translation>
        </message>
        <message>
            <source>Someone moved this on in the meantime, so this step is no longer possible.</source>
            <translation>期间有人已推进了状态，这一步无法再执行。</translation>
        </message>
        <message>
            <source>Nobody approves their own spend. Please ask a colleague.</source>
            <translation>不能审批自己的支出，请由同事处理。</translation>
        </message>
        <message>
            <source>Above ￥%1 finance or headquarters decides. Please agree, and pass it on.</source>
            <translation>超过￥%1 须由财务或总部审批，请先同意并提交总部。</translation>
        </message>
        <message>
            <source>Above the limit finance or headquarters decides. Please agree, and pass it on.</source>
            <translation>超过限额须由财务或总部审批，请先同意并提交总部。</translation>
        </message>
        <message>
            <source>This record no longer exists.</source>
            <translation>该记录已不存在。</translation>
        </message>
        <message>
            <source>%1 is already in use.</source>
            <translation>“%1”已被使用。</translation>
        </message>
        <message>
            <source>It belonged together with another change that was refused.</source>
            <translation>与它一起提交的另一处修改未被接收。</translation>
        </message>
        <message>
            <source>It builds on another change that was refused.</source>
            <translation>它所依据的另一处修改未被接收。</translation>
        </message>
        <message>
            <source>This device was signed out by an administrator. What you recorded is still here.</source>
            <translation>管理员已将本设备登出。您的记录都还在。</translation>
        </message>
        <message>
            <source>This account was closed. What you recorded is still here.</source>
            <translation>该账号已停用。您的记录都还在。</translation>
        </message>
        <message>
            <source>Please enrol this device again. What you recorded is still here.</source>
            <translation>请重新注册本设备。您的记录都还在。</translation>
        </message>
        <message>
            <source>An entry</source>
            <translation>有一项</translation>
        </message>
        <message>
            <source>%1 has too many parts. Please leave some out.</source>
            <translation>%1内容过多，请删减一些。</translation>
        </message>
        <message>
            <source>This is too much for one entry. Please shorten it, or split it in two.</source>
            <translation>一条记录放不下这么多，请缩短或分成两条。</translation>
        </message>
        <message>
            <source>%1: this choice no longer exists. Please choose another.</source>
            <translation>%1：这个选项已不存在，请另选一个。</translation>
        </message>
        <message>
            <source>This was recorded before.</source>
            <translation>这条已经记过了。</translation>
        </message>
        <message>
            <source>This app and the server do not understand each other. Please update the app. What you recorded is still here.</source>
            <translation>应用与服务器版本不一致，请更新应用。您记录的内容都还在。</translation>
        </message>
        <message>
            <source>Something went wrong on the way to the server. It is tried again by itself. What you recorded is still here.</source>
            <translation>发送途中出了问题，稍后会自动重试。您记录的内容都还在。</translation>
        </message>
        <message>
            <source>The server is busy. It is tried again in a moment.</source>
            <translation>服务器正忙，稍后会自动重试。</translation>
        </message>
        <message>
            <source>Cancelled. Nothing was changed.</source>
            <translation>已取消，没有任何改动。</translation>
        </message>
        <message>
            <source>The server has a problem with its storage. What you recorded is still here and will be sent later.</source>
            <translation>服务器的存储出了问题。您记录的内容都还在，稍后会自动发送。</translation>
        </message>
        <message>
            <source>%1 is too long. Please shorten it.</source>
            <translation>“%1”太长，请缩短。</translation>
        </message>
        <message>
            <source>%1 wan</source>
            <comment>an amount in units of 10,000 yuan</comment>
            <translation>%1万</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Budget</name>
        <message>
            <source>Exceeded</source>
            <translation>超支</translation>
        </message>
        <message>
            <source>Nearly used</source>
            <translation>将用完</translation>
        </message>
        <message>
            <source>Within</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>No budget</source>
            <translation>无预算</translation>
        </message>
        <message>
            <source>Above ￥%1</source>
            <translation>超过 ￥%1</translation>
        </message>
        <message>
            <source>Agrees</source>
            <translation>相符</translation>
        </message>
        <message>
            <source>Off by ￥%1</source>
            <translation>相差 ￥%1</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1–%2</translation>
        </message>
        <message>
            <source>Contingency %1, within %2</source>
            <translation>应急备用金占 %1，在 %2 之内</translation>
        </message>
        <message>
            <source>Contingency %1, less than %2</source>
            <translation>应急备用金占 %1，低于 %2</translation>
        </message>
        <message>
            <source>Contingency %1, more than %2</source>
            <translation>应急备用金占 %1，高于 %2</translation>
        </message>
        <message>
            <source>This line is gone</source>
            <translation>这条明细已不存在</translation>
        </message>
        <message>
            <source>Write the quantity and the price, such as 50 × 100</source>
            <translation>请填写数量和单价，例如 50 × 100</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message numerus="yes">
            <source>The amounts of %n line(s) are frozen as the plan</source>
            <translation>
                <numerusform>%n 条预算明细的金额已冻结为计划</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Campaigns</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message numerus="yes">
            <source>%n task(s) late</source>
            <translation>
                <numerusform>%n 项逾期</numerusform>
            </translation>
        </message>
        <message>
            <source>None is late</source>
            <translation>没有逾期</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Correction</name>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>Corrected; it is on its way again</source>
            <translation>已更正，正在重新发送</translation>
        </message>
        <message>
            <source>Where you are could not be found. You can type it, or leave it as it is.</source>
            <translation>没有找到当前位置。可以手动填写，也可以保持原样。</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>photo, its number here</comment>
            <translation>%1 %2</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Edits</name>
        <message>
            <source>Write the day as 2025-10-16</source>
            <translation>请按 2025-10-16 的格式填写日期</translation>
        </message>
        <message>
            <source>This is no value for “%1”</source>
            <translation>“%1”不能这样填写</translation>
        </message>
        <message>
            <source>“%1” may not be empty</source>
            <translation>“%1”不能为空</translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>已撤销</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Exporter</name>
        <message>
            <source>Feedback</source>
            <translation>用户反馈</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>活动执行进度表</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>目标拆解清单</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>预算表</translation>
        </message>
        <message>
            <source>Gantt chart</source>
            <translation>甘特图</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>营销策略执行表</translation>
        </message>
        <message>
            <source>Writing %1…</source>
            <translation>正在写入 %1…</translation>
        </message>
        <message>
            <source>Stopped. No file was written.</source>
            <translation>已停止，没有写入文件。</translation>
        </message>
        <message>
            <source>An answer is longer than a cell of Excel holds. Please choose CSV, which holds it; no file was written.</source>
            <translation>有一条答案超过了 Excel 单元格的长度。请改用 CSV，它放得下；没有写入文件。</translation>
        </message>
        <message>
            <source>The rows in the file were not as many as on this device, so it was thrown away. Please try again; your records are safe.</source>
            <translation>文件中的行数与本机不一致，已丢弃。请重试；您的记录是安全的。</translation>
        </message>
        <message>
            <source>%1 could not be written. Your records are safe. Please choose another place, or free some space.</source>
            <translation>无法写入 %1。您的记录是安全的。请另选位置，或清理一些空间。</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) of feedback, </source>
            <translation>
                <numerusform>%n 条反馈，</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>questions of %n edition(s), counted again after writing: </source>
            <translation>
                <numerusform>涵盖 %n 个问卷版本的问题，写完后已重新清点：</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) written to %1</source>
            <translation>
                <numerusform>已将 %n 行写入 %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Written to %1</source>
            <translation>已写入 %1</translation>
        </message>
        <message>
            <source>%1 could not be written. Please choose another place; a plan of more than 500 tasks fits a PDF, not a picture.</source>
            <translation>无法写入 %1。请另选位置；超过 500 项任务的计划请用 PDF，不要用图片。</translation>
        </message>
        <message>
            <source>No program here opens it. The file is at %1</source>
            <translation>这台设备上没有可以打开它的程序。文件在 %1</translation>
        </message>
        <message>
            <source>Strategy module</source>
            <translation>策略模块</translation>
        </message>
        <message>
            <source>Core action</source>
            <translation>核心动作</translation>
        </message>
        <message>
            <source>Content and standard</source>
            <translation>执行内容·标准</translation>
        </message>
        <message>
            <source>Department · person</source>
            <translation>责任部门·人</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>End</source>
            <translation>结束时间</translation>
        </message>
        <message>
            <source>State</source>
            <translation>完成状态</translation>
        </message>
        <message>
            <source>Phase</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间节点</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>任务内容</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Completion</source>
            <translation>完成情况</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Indicator</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Target value</source>
            <translation>目标值</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>占比</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>截止日期</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Budget item</source>
            <translation>预算科目</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>明细项目</translation>
        </message>
        <message>
            <source>Budget (yuan)</source>
            <translation>预算金额(元)</translation>
        </message>
        <message>
            <source>Actual cost (yuan)</source>
            <translation>实际花费(元)</translation>
        </message>
        <message>
            <source>Cost category</source>
            <translation>费用类别</translation>
        </message>
        <message>
            <source>Actual spending (yuan)</source>
            <translation>实际支出(元)</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>使用说明</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Responsibilities</source>
            <translation>责任矩阵</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::FeedbackForm</name>
        <message>
            <source>Feedback saved on this device</source>
            <translation>反馈已保存在本机</translation>
        </message>
        <message>
            <source>%1 of %2 answered</source>
            <comment>questions</comment>
            <translation>已答 %1 / %2 题</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>明天</translation>
        </message>
        <message>
            <source>In three days</source>
            <translation>三天内</translation>
        </message>
        <message>
            <source>Choose the kind first.</source>
            <translation>请先选择类别。</translation>
        </message>
        <message>
            <source>Answer at least one question.</source>
            <translation>请至少回答一题。</translation>
        </message>
        <message>
            <source>Give a rating, or write down what was said.</source>
            <translation>请评分，或写下对方说的话。</translation>
        </message>
        <message>
            <source>%1, edition %2</source>
            <comment>a questionnaire</comment>
            <translation>%1（第%2版）</translation>
        </message>
        <message>
            <source>Feedback</source>
            <translation>反馈</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>kind of feedback, questionnaire</comment>
            <translation>%1：%2</translation>
        </message>
        <message numerus="yes">
            <source>%n answer(s)</source>
            <translation>
                <numerusform>已答 %n 题</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::History</name>
        <message>
            <source>Headquarters</source>
            <translation>总部</translation>
        </message>
        <message>
            <source>You</source>
            <translation>您</translation>
        </message>
        <message>
            <source>Someone</source>
            <translation>某人</translation>
        </message>
        <message>
            <source>at headquarters' desk</source>
            <translation>在总部后台</translation>
        </message>
        <message>
            <source>on this device</source>
            <translation>在本机</translation>
        </message>
        <message>
            <source>on device %1</source>
            <translation>在设备 %1</translation>
        </message>
        <message>
            <source>Recorded</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Brought back</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>time, device</comment>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>Not yet at headquarters</source>
            <translation>尚未到达总部</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>field, value</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <comment>field, before, after</comment>
            <translation>%1：%2 → %3</translation>
        </message>
        <message>
            <source>Headquarters was not asked about this record yet, and there is no connection. Below is what was done on this device.</source>
            <translation>还没有向总部询问过这条记录，当前没有网络。以下是在本机所做的修改。</translation>
        </message>
        <message>
            <source>Asking headquarters…</source>
            <translation>正在向总部询问…</translation>
        </message>
        <message numerus="yes">
            <source>History up to %1. %n later change(s) are not here; they come with a connection.</source>
            <translation>
                <numerusform>修改记录截至 %1。之后还有 %n 处变更不在本机，联网后补齐。</numerusform>
            </translation>
        </message>
        <message>
            <source>Complete, as headquarters told at %1.</source>
            <translation>完整，总部在 %1 告知。</translation>
        </message>
        <message>
            <source>History up to %1. Older changes are no longer kept.</source>
            <translation>修改记录截至 %1。更早的变更已不再保留。</translation>
        </message>
        <message>
            <source>History up to %1. Older changes are not on this device.</source>
            <translation>修改记录截至 %1。更早的变更不在本机。</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Link</name>
        <message>
            <source>the server does not answer</source>
            <translation>服务器没有响应</translation>
        </message>
        <message>
            <source>the connection has gone silent</source>
            <translation>连接已无响应</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Outbox</name>
        <message>
            <source>A decision, not recorded yet</source>
            <translation>一项决定，尚未提交</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>需处理</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>被退回</translation>
        </message>
        <message>
            <source>Spend: ￥%1</source>
            <translation>支出：￥%1</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>%1, not yet saved as a record</source>
            <translation>%1，尚未保存为记录</translation>
        </message>
        <message>
            <source>typed %1</source>
            <comment>a time</comment>
            <translation>%1 输入</translation>
        </message>
        <message numerus="yes">
            <source>%1 (%2, tried %n time(s))</source>
            <comment>what kept it, when</comment>
            <translation>
                <numerusform>%1（%2，已尝试 %n 次）</numerusform>
            </translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>发送中</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>待发送</translation>
        </message>
        <message>
            <source>Sending %1 %</source>
            <translation>发送中 %1%</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>bytes</comment>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>已送达</translation>
        </message>
        <message>
            <source>%1 to send</source>
            <comment>bytes</comment>
            <translation>待发送 %1</translation>
        </message>
        <message>
            <source>You work offline. Nothing is sent until you turn that off.</source>
            <translation>您正在离线工作，关闭离线前不会发送。</translation>
        </message>
        <message>
            <source>Connecting now.</source>
            <translation>正在连接。</translation>
        </message>
        <message>
            <source>Connected. Sending now.</source>
            <translation>已连接，正在发送。</translation>
        </message>
        <message>
            <source>Connected. Everything was sent, and both sides are equal.</source>
            <translation>已连接。全部已发送，两边一致。</translation>
        </message>
        <message>
            <source>Connected. Comparing with headquarters.</source>
            <translation>已连接，正在与总部核对。</translation>
        </message>
        <message>
            <source>No connection.</source>
            <translation>没有网络。</translation>
        </message>
        <message>
            <source>%1 Next try at %2.</source>
            <comment>why, a time</comment>
            <translation>%1下次重试 %2。</translation>
        </message>
        <message>
            <source>Comparing with headquarters now.</source>
            <translation>正在与总部核对。</translation>
        </message>
        <message>
            <source>Trying now. %1</source>
            <comment>what kept it</comment>
            <translation>正在重试。%1</translation>
        </message>
        <message>
            <source>Outbox %1.ndjson</source>
            <comment>a file; day and time</comment>
            <translation>发件箱 %1.ndjson</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Overview</name>
        <message>
            <source>Exceeded</source>
            <translation>已超支</translation>
        </message>
        <message>
            <source>Nearly used</source>
            <translation>即将用完</translation>
        </message>
        <message>
            <source>Within</source>
            <translation>预算内</translation>
        </message>
        <message>
            <source>No budget</source>
            <translation>无预算</translation>
        </message>
        <message>
            <source>As of what is on this device; not yet compared with headquarters</source>
            <translation>按本机数据；尚未与总部核对</translation>
        </message>
        <message>
            <source>As of %1, when this device last equalled headquarters</source>
            <translation>数据截至 %1（本机最近一次与总部一致）</translation>
        </message>
        <message>
            <source>Headquarters</source>
            <translation>总部</translation>
        </message>
        <message>
            <source>All campaigns</source>
            <translation>全部活动</translation>
        </message>
        <message>
            <source>In 10,000 yuan, rounded to two places</source>
            <translation>单位：万元，四舍五入到两位小数</translation>
        </message>
        <message>
            <source>In yuan</source>
            <translation>单位：元</translation>
        </message>
        <message>
            <source>Visitors</source>
            <translation>到店</translation>
        </message>
        <message>
            <source>Leads</source>
            <translation>留资</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>成交</translation>
        </message>
        <message>
            <source>%1 % of the step before</source>
            <translation>上一步的 %1%</translation>
        </message>
        <message>
            <source>Connected now</source>
            <translation>当前在线</translation>
        </message>
        <message>
            <source>Never agreed</source>
            <translation>从未核对</translation>
        </message>
        <message>
            <source>Agreed %1</source>
            <comment>a time</comment>
            <translation>%1 一致</translation>
        </message>
        <message>
            <source>Headquarters has not told yet which devices agreed</source>
            <translation>总部尚未告知哪些设备已核对</translation>
        </message>
        <message>
            <source>How complete these figures are is not known on this device.</source>
            <translation>本机还不知道这些数字有多完整。</translation>
        </message>
        <message>
            <source>%1 of %2 sites agreed since %3</source>
            <translation>自 %3 起，%2 家门店中 %1 家已核对一致</translation>
        </message>
        <message>
            <source>What those devices had recorded by then is in these figures. As of %1.</source>
            <translation>这些设备届时已记录的内容都已计入。截至 %1。</translation>
        </message>
        <message numerus="yes">
            <source>From %n site(s) nothing was heard: what their devices have not sent is in no figure here. As of %1.</source>
            <translation>
                <numerusform>%n 家门店尚无消息：其设备未发送的内容未计入任何数字。截至 %1。</numerusform>
            </translation>
        </message>
        <message>
            <source>Daily reports for %1: %2 of %3 sites</source>
            <translation>%1 日报：%3 家门店已交 %2 家</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>预算</translation>
        </message>
        <message>
            <source>Sum of the budget lines</source>
            <translation>各预算科目之和</translation>
        </message>
        <message>
            <source>Spent</source>
            <translation>已支出</translation>
        </message>
        <message>
            <source>Sum of approved spends, reversals taken off</source>
            <translation>已通过支出之和，已扣冲销</translation>
        </message>
        <message>
            <source>Committed</source>
            <translation>待审</translation>
        </message>
        <message>
            <source>Sum of spends that wait for review</source>
            <translation>待审支出之和</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>剩余</translation>
        </message>
        <message>
            <source>Budget − spent − committed</source>
            <translation>预算 − 已支出 − 待审</translation>
        </message>
        <message>
            <source>Return on spend</source>
            <translation>投入产出比</translation>
        </message>
        <message>
            <source>Revenue in daily reports (%1) ÷ spent</source>
            <translation>日报收入（%1）÷ 已支出</translation>
        </message>
        <message>
            <source>Nothing was spent yet</source>
            <translation>尚无支出</translation>
        </message>
        <message>
            <source>Of what was spent, %1 is final and %2 waits for review</source>
            <translation>支出中 %1 已定，%2 待审</translation>
        </message>
        <message>
            <source>everywhere</source>
            <translation>全部区域</translation>
        </message>
        <message>
            <source>Revenue</source>
            <translation>收入</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>figure, region</comment>
            <translation>%1，%2</translation>
        </message>
        <message numerus="yes">
            <source>%1 in %n row(s); the first %2 are listed</source>
            <translation>
                <numerusform>%n 行合计 %1；仅列出前 %2 行</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 in %n row(s)</source>
            <translation>
                <numerusform>%n 行合计 %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Final %1, waiting %2</source>
            <translation>已确定 %1，待审核 %2</translation>
        </message>
        <message>
            <source>No sites</source>
            <translation>没有网点</translation>
        </message>
        <message>
            <source>All heard</source>
            <translation>全部到齐</translation>
        </message>
        <message>
            <source>%1 of %2 sites missing</source>
            <translation>%2 个网点缺 %1 个</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::PhotoList</name>
        <message>
            <source>This file cannot be kept: it is damaged, or neither a picture nor a PDF. Please take it again.</source>
            <translation>这个文件无法保存：可能已损坏，或不是图片和 PDF。请重新拍摄或选择。</translation>
        </message>
        <message>
            <source>This file is too large to be kept. Please take a smaller picture.</source>
            <translation>这个文件太大，无法保存。请换一张小一些的图片。</translation>
        </message>
        <message>
            <source>The picture could not be read. Please choose it again.</source>
            <translation>图片读取失败，请重新选择。</translation>
        </message>
        <message numerus="yes">
            <source>At most %n picture(s) fit here.</source>
            <translation>
                <numerusform>这里最多放 %n 张图片。</numerusform>
            </translation>
        </message>
        <message>
            <source>This picture is here already.</source>
            <translation>这张图片已经在这里了。</translation>
        </message>
        <message>
            <source>Photo saved on this device</source>
            <translation>照片已存在本机</translation>
        </message>
        <message>
            <source>Photo removed</source>
            <translation>照片已移除</translation>
        </message>
        <message>
            <source>At headquarters</source>
            <translation>已送达</translation>
        </message>
        <message>
            <source>Not here yet</source>
            <translation>尚未送达</translation>
        </message>
        <message>
            <source>Saved here</source>
            <translation>已存本机</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>被退回</translation>
        </message>
        <message>
            <source>Waiting to be sent</source>
            <translation>待发送</translation>
        </message>
        <message>
            <source>Sending %1%</source>
            <translation>发送中 %1%</translation>
        </message>
        <message>
            <source>%1% sent</source>
            <translation>已发 %1%</translation>
        </message>
        <message>
            <source>Lost: please take it again</source>
            <translation>已丢失，请重拍</translation>
        </message>
        <message>
            <source>This picture was used before: %1</source>
            <translation>这张图片用过：%1</translation>
        </message>
        <message>
            <source>This picture was used before: a spend of ￥%1</source>
            <translation>这张图片用过：支出 ￥%1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>a spend of 300 yuan, its day</comment>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>Zhixing %1.jpg</source>
            <comment>a file; day and time</comment>
            <translation>知行 %1.jpg</translation>
        </message>
        <message>
            <source>Written to %1</source>
            <translation>已写入 %1</translation>
        </message>
        <message>
            <source>The copy could not be written.</source>
            <translation>副本写入失败。</translation>
        </message>
        <message>
            <source>Fetching the photo: %1 %</source>
            <translation>正在取回照片：%1 %</translation>
        </message>
        <message>
            <source>Fetching the photo…</source>
            <translation>正在取回照片…</translation>
        </message>
        <message>
            <source>Headquarters does not have this photo yet: the device that took it has not sent it.</source>
            <translation>总部还没有这张照片：拍摄的设备尚未发送。</translation>
        </message>
        <message>
            <source>The whole photo is at headquarters, and there is no connection. Nothing is lost: try again when there is one.</source>
            <translation>原图在总部，现在没有网络。照片没有丢失，联网后请重试。</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Plan</name>
        <message numerus="yes">
            <source>%n task(s) begin too early</source>
            <translation>
                <numerusform>%n 项任务开始过早</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n task(s) differ from the frozen plan</source>
            <translation>
                <numerusform>%n 项任务与冻结计划不同</numerusform>
            </translation>
        </message>
        <message>
            <source>As in the frozen plan</source>
            <translation>与冻结计划一致</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Delayed</source>
            <translation>延期</translation>
        </message>
        <message>
            <source>Not completed</source>
            <translation>未完成</translation>
        </message>
        <message>
            <source>This task is gone</source>
            <translation>这项任务已不存在</translation>
        </message>
        <message>
            <source>It would begin after its end</source>
            <translation>开始时间不能晚于结束时间</translation>
        </message>
        <message>
            <source>It would end before its begin</source>
            <translation>结束时间不能早于开始时间</translation>
        </message>
        <message>
            <source>Write the numbers of the tasks it waits for, such as 3, 5</source>
            <translation>请填写前置任务的序号，例如 3, 5</translation>
        </message>
        <message>
            <source>A task cannot wait for itself</source>
            <translation>任务不能以自己为前置</translation>
        </message>
        <message>
            <source>These tasks would wait for each other</source>
            <translation>这些任务会互相等待</translation>
        </message>
        <message numerus="yes">
            <source>Moved, and %n that wait(s) for it</source>
            <translation>
                <numerusform>已移动，并顺延 %n 项后续任务</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The dates of %n task(s) are frozen as the plan</source>
            <translation>
                <numerusform>已将 %n 项任务的日期冻结为计划</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>day, weekday</comment>
            <translation>%1 %2</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Raci</name>
        <message numerus="yes">
            <source>%n task(s) with a gap</source>
            <translation>
                <numerusform>%n 项任务责任不清</numerusform>
            </translation>
        </message>
        <message>
            <source>Every task has one who decides and someone who does it</source>
            <translation>每项任务都有负责人和执行人</translation>
        </message>
        <message>
            <source>No A: nobody decides</source>
            <translation>缺少 A：无人负责</translation>
        </message>
        <message>
            <source>Several A: who decides?</source>
            <translation>多个 A：多头指挥</translation>
        </message>
        <message>
            <source>No R: nobody does it</source>
            <translation>缺少 R：无人执行</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>完整</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Repairs</name>
        <message>
            <source>%1, %2</source>
            <comment>what, when</comment>
            <translation>%1，%2</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) were missing and were fetched</source>
            <translation>
                <numerusform>缺少 %n 条记录，已补齐</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) were outdated and were fetched</source>
            <translation>
                <numerusform>%n 条记录过期，已更新</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) were removed that headquarters does not have</source>
            <translation>
                <numerusform>移除了 %n 条总部没有的记录</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of your change(s) were sent again</source>
            <translation>
                <numerusform>重新发送了您的 %n 处修改</numerusform>
            </translation>
        </message>
        <message>
            <source>The check sum was counted anew</source>
            <translation>重新计算了校验值</translation>
        </message>
        <message>
            <source>Records were repaired</source>
            <translation>修复了记录</translation>
        </message>
        <message>
            <source>Headquarters went back to a backup</source>
            <translation>总部恢复到了备份</translation>
        </message>
        <message>
            <source>A difference remains</source>
            <translation>仍有差异</translation>
        </message>
        <message>
            <source>No record was wrong.</source>
            <translation>没有记录出错。</translation>
        </message>
        <message numerus="yes">
            <source>%n removed record(s) are kept here</source>
            <translation>
                <numerusform>这里保留了 %n 条被移除的记录</numerusform>
            </translation>
        </message>
        <message>
            <source>Repairs %1.ndjson</source>
            <comment>a file; day and time</comment>
            <translation>修复记录 %1.ndjson</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::ReportForm</name>
        <message>
            <source>%1, %2</source>
            <comment>16 Oct, Thursday</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Report saved on this device</source>
            <translation>日报已保存在本机</translation>
        </message>
        <message>
            <source>%1:</source>
            <comment>a task's title, its reason follows</comment>
            <translation>%1：</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>a task's title and its reason</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Daily report of %1</source>
            <translation>%1的日报</translation>
        </message>
        <message>
            <source>Daily report</source>
            <translation>日报</translation>
        </message>
        <message>
            <source>%1, now at %2 %</source>
            <comment>a task, its progress</comment>
            <translation>%1，进度 %2%</translation>
        </message>
        <message>
            <source>%1, begun</source>
            <comment>a task</comment>
            <translation>%1，已开始</translation>
        </message>
        <message>
            <source>￥%1 per order (cost ÷ orders)</source>
            <translation>每单 ￥%1（花费 ÷ 订单）</translation>
        </message>
        <message>
            <source>return %1 (revenue ÷ cost)</source>
            <translation>投入产出 %1（收入 ÷ 花费）</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Review</name>
        <message>
            <source>Not recorded when the app ended: %1</source>
            <translation>应用关闭时尚未提交：%1</translation>
        </message>
        <message>
            <source>A decision of yours waits for you under Review.</source>
            <translation>您有一项决定尚未提交，请到“审核”中确认。</translation>
        </message>
        <message>
            <source>Budget ￥%1 · approved ￥%2 · waiting ￥%3, this one included</source>
            <translation>预算 ￥%1 · 已通过 ￥%2 · 待审 ￥%3（含本笔）</translation>
        </message>
        <message>
            <source>You are offline: your decision is a proposal until headquarters has taken it.</source>
            <translation>当前离线：您的审批在总部接收前为待定。</translation>
        </message>
        <message>
            <source>Returned to %1</source>
            <translation>已退回给%1</translation>
        </message>
        <message numerus="yes">
            <source>%n to decide, ￥%1 of spends</source>
            <translation>
                <numerusform>%n 项待审，支出合计 ￥%1</numerusform>
            </translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Spends %1</source>
            <translation>支出 %1</translation>
        </message>
        <message>
            <source>Reports %1</source>
            <translation>报告 %1</translation>
        </message>
        <message>
            <source>Plans %1</source>
            <translation>计划 %1</translation>
        </message>
        <message>
            <source>Conflicts %1</source>
            <translation>冲突 %1</translation>
        </message>
        <message>
            <source>Agree, and pass it on</source>
            <translation>同意并提交总部</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>接收</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>通过</translation>
        </message>
        <message>
            <source>%1 passed on to headquarters</source>
            <translation>%1 已同意，提交总部</translation>
        </message>
        <message>
            <source>%1 approved</source>
            <translation>已通过 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n marked, ￥%1 together</source>
            <translation>
                <numerusform>已选 %n 项，合计 ￥%1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n marked</source>
            <translation>
                <numerusform>已选 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>Only things of one kind are approved together</source>
            <translation>只能一起审批同一类事项</translation>
        </message>
        <message>
            <source>Plans are decided one by one</source>
            <translation>计划变更须逐项审批</translation>
        </message>
        <message>
            <source>One is above the limit: decide it by itself</source>
            <translation>有一笔超过限额，请单独审批</translation>
        </message>
        <message>
            <source>One has an invoice that was used before: decide it by itself</source>
            <translation>有一笔发票号码重复，请单独审批</translation>
        </message>
        <message>
            <source>Together they exceed the budget line “%1”</source>
            <translation>合计超出预算科目“%1”</translation>
        </message>
        <message>
            <source>Approved: %1</source>
            <translation>已通过：%1</translation>
        </message>
        <message>
            <source>Conflict</source>
            <translation>冲突</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::SpendForm</name>
        <message>
            <source>= %1 yuan</source>
            <translation>= %1 元</translation>
        </message>
        <message>
            <source>Please type an amount such as 3000, 12.50 or 5万.</source>
            <translation>请输入金额，如 3000、12.50 或 5万。</translation>
        </message>
        <message>
            <source>The amount is zero.</source>
            <translation>金额为零。</translation>
        </message>
        <message>
            <source>This amount is too large.</source>
            <translation>金额过大。</translation>
        </message>
        <message>
            <source>￥%1 more than is left</source>
            <translation>超出剩余 ￥%1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>today, 16 Oct</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>16 Oct, Thursday</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>￥%1 saved on this device</source>
            <translation>￥%1 已保存在本机</translation>
        </message>
        <message>
            <source>￥%1 left for this site</source>
            <translation>本店剩余 ￥%1</translation>
        </message>
        <message>
            <source>￥%1 left for you</source>
            <translation>您的额度剩余 ￥%1</translation>
        </message>
        <message>
            <source>￥%1 left</source>
            <translation>剩余 ￥%1</translation>
        </message>
        <message>
            <source>%1, ￥%2 after this</source>
            <translation>%1，此笔后剩 ￥%2</translation>
        </message>
        <message>
            <source>%1, as this device knows it</source>
            <translation>%1（本机数据）</translation>
        </message>
        <message>
            <source>%1, as of %2</source>
            <translation>%1（截至 %2）</translation>
        </message>
        <message>
            <source>%1 × ￥%2 = ￥%3, which is ￥%4 away from the amount.</source>
            <translation>%1 × ￥%2 = ￥%3，与金额相差 ￥%4。</translation>
        </message>
        <message>
            <source>￥%1 before tax</source>
            <translation>不含税 ￥%1</translation>
        </message>
        <message>
            <source>￥%1</source>
            <translation>￥%1</translation>
        </message>
        <message>
            <source>not the amount above</source>
            <translation>与上面的金额不同</translation>
        </message>
        <message>
            <source>Read from the picture: %1</source>
            <translation>由照片读出：%1</translation>
        </message>
        <message>
            <source>Invoice read: number, date and amount are filled in</source>
            <translation>已读出发票：号码、日期和金额已填入</translation>
        </message>
        <message>
            <source>This invoice was used before: %1</source>
            <translation>这张发票已用过：%1</translation>
        </message>
        <message>
            <source>Save, although it exceeds the line</source>
            <translation>超出额度，仍然保存</translation>
        </message>
        <message>
            <source>Save without explaining the difference</source>
            <translation>不说明差额，直接保存</translation>
        </message>
        <message>
            <source>Save, although it was used before</source>
            <translation>票据曾用过，仍然保存</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Submit again</source>
            <translation>重新提交</translation>
        </message>
        <message>
            <source>This spend was taken back already, or is not approved yet.</source>
            <translation>这笔支出已经冲销，或还没有通过审核。</translation>
        </message>
        <message>
            <source>￥%1 taken back; it counts once a manager has approved it</source>
            <translation>已冲销 ￥%1，主管通过后生效</translation>
        </message>
        <message>
            <source>Continued from what you typed at %1</source>
            <translation>接着您 %1 填写的内容</translation>
        </message>
        <message>
            <source>The form has changed since: please look it over</source>
            <translation>表单已有变化，请检查一遍</translation>
        </message>
        <message>
            <source>. </source>
            <comment>between two sentences</comment>
            <translation>。</translation>
        </message>
        <message>
            <source>Returned without a reason</source>
            <translation>被退回，未说明原因</translation>
        </message>
        <message>
            <source>Returned: %1</source>
            <translation>被退回：%1</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Spends</name>
        <message>
            <source>Taken back</source>
            <translation>已冲销</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Storage</name>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s), %1</source>
            <translation>
                <numerusform>%n 张，%1</numerusform>
            </translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>%1 freed</source>
            <translation>已释放 %1</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::SyncModel</name>
        <message>
            <source>Online</source>
            <translation>在线</translation>
        </message>
        <message>
            <source>Connecting</source>
            <translation>连接中</translation>
        </message>
        <message>
            <source>Signed out</source>
            <translation>已登出</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>离线</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>connection, items waiting</comment>
            <translation>%1 · %2</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n 条待发</numerusform>
            </translation>
        </message>
        <message>
            <source>not yet compared</source>
            <translation>尚未核对</translation>
        </message>
        <message>
            <source>agreed %1</source>
            <comment>a time</comment>
            <translation>%1 与总部一致</translation>
        </message>
        <message>
            <source>This app is too old to receive what is new. What you record is still sent. Please update the app.</source>
            <translation>本应用版本过旧，收不到新内容；您的记录仍会照常上传。请更新应用。</translation>
        </message>
        <message>
            <source>This device equals headquarters</source>
            <translation>本机与总部一致</translation>
        </message>
        <message numerus="yes">
            <source>Sending %n record(s)</source>
            <translation>
                <numerusform>正在发送 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Receiving what is new</source>
            <translation>正在接收更新</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) saved here, not yet sent</source>
            <translation>
                <numerusform>%n 条已存在本机，尚未发送</numerusform>
            </translation>
        </message>
        <message>
            <source>Working offline</source>
            <translation>正在离线工作</translation>
        </message>
        <message>
            <source>Not yet compared with headquarters.</source>
            <translation>尚未与总部核对。</translation>
        </message>
        <message>
            <source>Last compared row by row at %1.</source>
            <translation>上次逐行核对：%1。</translation>
        </message>
        <message>
            <source>You turned sending off. %1</source>
            <translation>您已关闭发送。%1</translation>
        </message>
        <message>
            <source>No connection; it is tried again by itself. %1</source>
            <translation>暂无网络，会自动重试。%1</translation>
        </message>
        <message>
            <source>Sent again</source>
            <translation>已重新发送</translation>
        </message>
        <message>
            <source>Discarded</source>
            <translation>已放弃</translation>
        </message>
        <message>
            <source>Back in the tray</source>
            <translation>已放回待处理</translation>
        </message>
        <message>
            <source>Needs you %1.ndjson</source>
            <comment>a file; day and time</comment>
            <translation>待处理 %1.ndjson</translation>
        </message>
        <message>
            <source>Written to %1</source>
            <translation>已写入 %1</translation>
        </message>
        <message>
            <source>kept until %1</source>
            <translation>保留至%1</translation>
        </message>
        <message>
            <source>No connection; next try at %1. %2</source>
            <translation>没有网络，下次重试 %1。%2</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Targets</name>
        <message numerus="yes">
            <source>%n breakdown(s) do not add up</source>
            <translation>
                <numerusform>%n 处拆解不相符</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n target(s) are incomplete</source>
            <translation>
                <numerusform>%n 个目标不完整</numerusform>
            </translation>
        </message>
        <message>
            <source>Every breakdown adds up</source>
            <translation>各项拆解均相符</translation>
        </message>
        <message>
            <source>metric</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>value</source>
            <translation>目标值</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>deadline</source>
            <translation>截止日期</translation>
        </message>
        <message>
            <source>Missing: %1</source>
            <translation>缺少：%1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>完整</translation>
        </message>
        <message>
            <source>Adds up</source>
            <translation>相符</translation>
        </message>
        <message>
            <source>Short %1</source>
            <translation>少 %1</translation>
        </message>
        <message>
            <source>%1 too much</source>
            <translation>多 %1</translation>
        </message>
        <message>
            <source>This row is a sum: change its parts</source>
            <translation>这一行是合计，请修改分项</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::TaskDetail</name>
        <message>
            <source>Not finished after all</source>
            <translation>改回进行中</translation>
        </message>
        <message>
            <source>Finished, saved on this device</source>
            <translation>已完成，已保存在本机</translation>
        </message>
        <message>
            <source>Saved on this device</source>
            <translation>已保存在本机</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Phase</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>门店</translation>
        </message>
        <message>
            <source>In charge</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>End</source>
            <translation>结束时间</translation>
        </message>
        <message>
            <source>Deliverable</source>
            <translation>交付物</translation>
        </message>
        <message>
            <source>Comment saved on this device</source>
            <translation>评论已保存在本机</translation>
        </message>
        <message>
            <source>Reason for the delay</source>
            <translation>延期原因</translation>
        </message>
        <message>
            <source>Comment and reason for the delay</source>
            <translation>评论和延期原因</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>评论</translation>
        </message>
        <message>
            <source>You</source>
            <translation>我</translation>
        </message>
        <message numerus="yes">
            <source>target %n a day</source>
            <translation>
                <numerusform>每日目标 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>target %n a week</source>
            <translation>
                <numerusform>每周目标 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>target %n a month</source>
            <translation>
                <numerusform>每月目标 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>target %n</source>
            <translation>
                <numerusform>目标 %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Templates</name>
        <message numerus="yes">
            <source>%n task(s)</source>
            <translation>
                <numerusform>%n 项任务</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n budget line(s)</source>
            <translation>
                <numerusform>%n 条预算明细</numerusform>
            </translation>
        </message>
        <message>
            <source>Give the campaign a name</source>
            <translation>请填写活动名称</translation>
        </message>
        <message>
            <source>Write the first day as 2025-10-16</source>
            <translation>请按 2025-10-16 的格式填写开始日期</translation>
        </message>
        <message>
            <source>Campaigns are planned by regional managers and headquarters</source>
            <translation>活动由大区经理和总部策划</translation>
        </message>
        <message numerus="yes">
            <source>“%1” is planned: %n task(s) from the template</source>
            <translation>
                <numerusform>“%1”已建立，模板带来 %n 项任务</numerusform>
            </translation>
        </message>
        <message>
            <source>Kept as a template, edition %1</source>
            <translation>已存为模板，第 %1 版</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Today</name>
        <message numerus="yes">
            <source>%n record(s) need you</source>
            <translation>
                <numerusform>%n 条记录需要您处理</numerusform>
            </translation>
        </message>
        <message>
            <source>Headquarters could not take them</source>
            <translation>总部未能接收</translation>
        </message>
        <message numerus="yes">
            <source>%n spend(s) returned</source>
            <translation>
                <numerusform>%n 笔支出被退回</numerusform>
            </translation>
        </message>
        <message>
            <source>See the reason</source>
            <translation>查看原因</translation>
        </message>
        <message>
            <source>Daily report</source>
            <translation>日报</translation>
        </message>
        <message>
            <source>Due before leaving work</source>
            <translation>下班前提交</translation>
        </message>
        <message>
            <source>Day %1 of %2</source>
            <translation>第 %1 天，共 %2 天</translation>
        </message>
        <message>
            <source>Day %1</source>
            <translation>第 %1 天</translation>
        </message>
        <message>
            <source>Say that you have arrived</source>
            <translation>到岗签到</translation>
        </message>
        <message>
            <source>on duty from %1</source>
            <translation>%1 上岗</translation>
        </message>
        <message>
            <source>Say that you are leaving</source>
            <translation>离岗签退</translation>
        </message>
        <message>
            <source>on duty until %1</source>
            <translation>%1 下岗</translation>
        </message>
        <message numerus="yes">
            <source>%n spend(s) without a receipt</source>
            <translation>
                <numerusform>%n 笔支出没有票据</numerusform>
            </translation>
        </message>
        <message>
            <source>Add a photo of the receipt or the invoice number</source>
            <translation>请补拍票据或补填发票号码</translation>
        </message>
        <message numerus="yes">
            <source>%n task(s) late</source>
            <translation>
                <numerusform>%n 项任务逾期</numerusform>
            </translation>
        </message>
        <message>
            <source>Finish them, or say what holds them up</source>
            <translation>请完成，或说明延期原因</translation>
        </message>
        <message numerus="yes">
            <source>%n incident(s) not solved</source>
            <translation>
                <numerusform>%n 起突发事件未解决</numerusform>
            </translation>
        </message>
        <message>
            <source>Say what was done about it</source>
            <translation>请补充采取的措施</translation>
        </message>
        <message numerus="yes">
            <source>%n reply(s) due today</source>
            <translation>
                <numerusform>%n 条反馈今天要回复</numerusform>
            </translation>
        </message>
        <message>
            <source>People wait for an answer</source>
            <translation>对方在等答复</translation>
        </message>
        <message>
            <source>Retrospective on site</source>
            <translation>现场复盘</translation>
        </message>
        <message>
            <source>Today at 21:00</source>
            <translation>今天 21:00</translation>
        </message>
        <message>
            <source>%1 × %2</source>
            <comment>a task of several sites</comment>
            <translation>%1 × %2</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between tasks</comment>
            <translation>、</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 等，另有 %n 项</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n done</source>
            <comment>tasks of a day</comment>
            <translation>
                <numerusform>已完成 %n 项</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Conflicts</name>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>Theirs</source>
            <translation>对方的</translation>
        </message>
        <message>
            <source>Kept aside</source>
            <translation>另存的值</translation>
        </message>
        <message>
            <source>Stands now</source>
            <translation>当前的值</translation>
        </message>
        <message>
            <source>Delete it</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Keep it as it was changed</source>
            <translation>保留改动后的内容</translation>
        </message>
        <message>
            <source>Bring it back with: %1</source>
            <translation>恢复，并采用：%1</translation>
        </message>
        <message>
            <source>It stays deleted</source>
            <translation>保持删除</translation>
        </message>
        <message>
            <source>on this device</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>on device %1</source>
            <translation>设备 %1</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>已处理</translation>
        </message>
        <message>
            <source>Both were noted; nothing was changed</source>
            <translation>两个值都已备注，内容未改</translation>
        </message>
        <message>
            <source>It was kept</source>
            <translation>已保留</translation>
        </message>
        <message>
            <source>It stayed deleted</source>
            <translation>保持删除</translation>
        </message>
        <message>
            <source>It was deleted</source>
            <translation>已删除</translation>
        </message>
        <message>
            <source>It was brought back</source>
            <translation>已恢复</translation>
        </message>
        <message>
            <source>It is now: %1</source>
            <translation>现为：%1</translation>
        </message>
        <message>
            <source>Headquarters</source>
            <translation>总部</translation>
        </message>
        <message>
            <source>You</source>
            <translation>您</translation>
        </message>
        <message>
            <source>Someone</source>
            <translation>某人</translation>
        </message>
        <message>
            <source>Settled; you can undo it below</source>
            <translation>已处理，可在下方撤销</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>已重新打开</translation>
        </message>
        <message>
            <source>%1, %2, %3</source>
            <comment>person, time, device</comment>
            <translation>%1，%2，%3</translation>
        </message>
        <message>
            <source>%1: %2 (%3) or %4 (%5)</source>
            <comment>field, value, by whom, value, by whom</comment>
            <translation>%1：%2（%3）或 %4（%5）</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>person, time</comment>
            <translation>%1，%2</translation>
        </message>
    </context>
    <context>
        <name>ConflictList</name>
        <message>
            <source>Choose what is right. What is not chosen stays in the history, and the choice can be undone.</source>
            <translation>请选择正确的一个。未采用的内容仍保留在修改记录中，选择后可随时撤销。</translation>
        </message>
        <message>
            <source>No conflicts</source>
            <translation>没有冲突</translation>
        </message>
        <message>
            <source>When two people change the same thing, both values come here for you to choose.</source>
            <translation>两个人改了同一处时，两个值都会放在这里供您选择。</translation>
        </message>
        <message>
            <source>Decided lately</source>
            <translation>最近处理</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>ConflictsPage</name>
        <message>
            <source>Conflicts</source>
            <translation>冲突</translation>
        </message>
    </context>
    <context>
        <name>TrayFooter</name>
        <message>
            <source>Export all to a file</source>
            <translation>全部导出到文件</translation>
        </message>
        <message>
            <source>Thrown away</source>
            <translation>已丢弃</translation>
        </message>
        <message>
            <source>Have it back</source>
            <translation>恢复</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::HttpExchange</name>
        <message>
            <source>the server does not answer</source>
            <translation>服务器没有应答</translation>
        </message>
        <message>
            <source>the server speaks without being asked</source>
            <translation>服务器发来了未请求的内容</translation>
        </message>
        <message>
            <source>what answered is not a Zhixing server</source>
            <translation>应答的不是知行服务器</translation>
        </message>
    </context>
    <context>
        <name>RecordWords</name>
        <message>
            <source>%1: %2</source>
            <comment>kind of record, its name</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>field, value</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1 that is not on this device</source>
            <comment>a kind of record</comment>
            <translation>不在本机的%1</translation>
        </message>
    </context>
    <context>
        <name>AttendancePage</name>
        <message>
            <source>On duty</source>
            <translation>到岗签到</translation>
        </message>
        <message>
            <source>You are not on today&apos;s roster; you can still say that you are here.</source>
            <translation>今天的排班中没有您，仍然可以签到。</translation>
        </message>
        <message>
            <source>Go on without a place</source>
            <translation>不附带位置</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Add where I am</source>
            <translation>附上当前位置</translation>
        </message>
        <message>
            <source>Optional. One position at this moment; Zhixing does not follow you.</source>
            <translation>可不填。只记录此刻的一次位置，不会持续定位。</translation>
        </message>
        <message>
            <source>I have arrived, with the place</source>
            <translation>我已到岗（附位置）</translation>
        </message>
        <message>
            <source>I have arrived</source>
            <translation>我已到岗</translation>
        </message>
        <message>
            <source>I am leaving</source>
            <translation>我要离岗</translation>
        </message>
        <message>
            <source>On the roster today</source>
            <translation>今日排班</translation>
        </message>
        <message>
            <source>Is here</source>
            <translation>已到</translation>
        </message>
        <message>
            <source>%1 is here</source>
            <translation>%1已到</translation>
        </message>
        <message>
            <source>Nobody else is on the roster</source>
            <translation>今日没有其他人排班</translation>
        </message>
        <message>
            <source>Whoever leads the site plans who is on duty.</source>
            <translation>排班由现场负责人安排。</translation>
        </message>
    </context>
    <context>
        <name>CommentList</name>
        <message>
            <source>%1 · %2 · not yet at headquarters</source>
            <translation>%1 · %2 · 尚未到达总部</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Write a comment; everybody on this task sees it</source>
            <translation>写评论，这项任务的人都能看到</translation>
        </message>
        <message>
            <source>Save the comment</source>
            <translation>保存评论</translation>
        </message>
    </context>
    <context>
        <name>DraftOffer</name>
        <message>
            <source>You were not finished</source>
            <translation>上次没有填完</translation>
        </message>
        <message>
            <source>%1, typed %2</source>
            <comment>what was left unfinished, when</comment>
            <translation>%1，填写于 %2</translation>
        </message>
        <message>
            <source>“%1”</source>
            <comment>how it begins</comment>
            <translation>“%1”</translation>
        </message>
        <message>
            <source>Start afresh</source>
            <translation>重新填写</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>继续填写</translation>
        </message>
    </context>
    <context>
        <name>FeedbackDetailPage</name>
        <message>
            <source>Who changed what</source>
            <translation>修改记录</translation>
        </message>
        <message>
            <source>Not yet at headquarters</source>
            <translation>尚未到达总部</translation>
        </message>
        <message numerus="yes">
            <source>%n star(s)</source>
            <translation>
                <numerusform>%n 星</numerusform>
            </translation>
        </message>
        <message>
            <source>Anonymous</source>
            <translation>匿名</translation>
        </message>
        <message>
            <source>not answered</source>
            <translation>未回答</translation>
        </message>
        <message>
            <source>Reply, by %1</source>
            <translation>回复（%1）</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>回复</translation>
        </message>
        <message>
            <source>What you told them, and what was agreed.</source>
            <translation>怎么答复的，约定了什么。</translation>
        </message>
        <message>
            <source>Not answered yet</source>
            <translation>还没有回复</translation>
        </message>
        <message>
            <source>I answer it</source>
            <translation>我来回复</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>已回复</translation>
        </message>
        <message>
            <source>Close it</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>FeedbacksPage</name>
        <message>
            <source>Feedback and replies</source>
            <translation>反馈与回复</translation>
        </message>
        <message>
            <source>To answer %1</source>
            <translation>待回复 %1</translation>
        </message>
        <message>
            <source>All %1</source>
            <translation>全部 %1</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Nobody waits for an answer</source>
            <translation>没有待回复的反馈</translation>
        </message>
        <message>
            <source>No feedback yet</source>
            <translation>还没有反馈</translation>
        </message>
        <message>
            <source>Complaints, and whatever was promised a reply, stand here until they are answered.</source>
            <translation>投诉和答应过要回复的反馈，回复前都列在这里。</translation>
        </message>
        <message>
            <source>Record what people on site say; it reaches headquarters by itself.</source>
            <translation>记下现场用户的话，会自动送达总部。</translation>
        </message>
        <message>
            <source>Record feedback</source>
            <translation>记录反馈</translation>
        </message>
    </context>
    <context>
        <name>FieldWords</name>
        <message>
            <source>It is solved</source>
            <translation>已解决</translation>
        </message>
        <message>
            <source>I handle it</source>
            <translation>我来处理</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>reply due %1 %2</source>
            <comment>day, time</comment>
            <translation>%1 %2 前回复</translation>
        </message>
        <message>
            <source>reply was due at %1</source>
            <translation>应在 %1 前回复</translation>
        </message>
        <message numerus="yes">
            <source>reply %n day(s) late</source>
            <translation>
                <numerusform>回复已逾期 %n 天</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>IncidentDetailPage</name>
        <message>
            <source>Who changed what</source>
            <translation>修改记录</translation>
        </message>
        <message>
            <source>Incident</source>
            <translation>突发事件</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Not yet at headquarters</source>
            <translation>尚未到达总部</translation>
        </message>
        <message>
            <source>How bad it is</source>
            <translation>严重程度</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>发生了什么</translation>
        </message>
        <message>
            <source>Written by whoever recorded it.</source>
            <translation>由记录人填写。</translation>
        </message>
        <message>
            <source>Where, who, what you see</source>
            <translation>地点、人员、看到的情况</translation>
        </message>
        <message>
            <source>What was done about it</source>
            <translation>采取的措施</translation>
        </message>
        <message>
            <source>Who did what, and whether it worked</source>
            <translation>谁做了什么，是否有效</translation>
        </message>
        <message>
            <source>Save what you typed</source>
            <translation>保存填写内容</translation>
        </message>
    </context>
    <context>
        <name>IncidentPage</name>
        <message>
            <source>Incident</source>
            <translation>突发事件</translation>
        </message>
        <message>
            <source>Choose what it is and save; details can follow.</source>
            <translation>选类型即可保存，详情可以后补。</translation>
        </message>
        <message>
            <source>Choose what it is.</source>
            <translation>请选择类型。</translation>
        </message>
        <message>
            <source>How bad it is</source>
            <translation>严重程度</translation>
        </message>
        <message>
            <source>What happened (can follow later)</source>
            <translation>发生了什么（可以后补）</translation>
        </message>
        <message>
            <source>Where, who, what you see</source>
            <translation>地点、人员、看到的情况</translation>
        </message>
    </context>
    <context>
        <name>IncidentsPage</name>
        <message>
            <source>Incidents</source>
            <translation>突发事件</translation>
        </message>
        <message numerus="yes">
            <source>%n not solved</source>
            <translation>
                <numerusform>%n 件未解决</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is open</source>
            <translation>没有未解决的</translation>
        </message>
        <message>
            <source>Nothing went wrong so far</source>
            <translation>到目前为止一切顺利</translation>
        </message>
        <message>
            <source>What is recorded as an incident stays here until it is solved.</source>
            <translation>记录的突发事件会列在这里，直到解决。</translation>
        </message>
        <message>
            <source>Record an incident</source>
            <translation>记录突发事件</translation>
        </message>
    </context>
    <context>
        <name>QuestionList</name>
        <message>
            <source>%1. %2</source>
            <comment>number, question</comment>
            <translation>%1. %2</translation>
        </message>
        <message>
            <source>Choose all that apply</source>
            <translation>可多选</translation>
        </message>
        <message>
            <source>Very poor</source>
            <translation>很不满意</translation>
        </message>
        <message>
            <source>Poor</source>
            <translation>不满意</translation>
        </message>
        <message>
            <source>Fair</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>满意</translation>
        </message>
        <message>
            <source>Very good</source>
            <translation>非常满意</translation>
        </message>
        <message>
            <source>In their own words</source>
            <translation>用对方的原话</translation>
        </message>
    </context>
    <context>
        <name>RetrospectivePage</name>
        <message>
            <source>Save again</source>
            <translation>再次保存</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Write at least one line.</source>
            <translation>请至少写一行。</translation>
        </message>
        <message>
            <source>Whoever leads the site holds it</source>
            <translation>复盘由现场负责人主持</translation>
        </message>
        <message>
            <source>You can read it here afterwards. Your daily report goes into it.</source>
            <translation>结束后可以在这里查看，您的日报会汇入复盘。</translation>
        </message>
        <message>
            <source>Daily report</source>
            <translation>日报</translation>
        </message>
        <message>
            <source>On site: %1</source>
            <translation>到场：%1</translation>
        </message>
        <message>
            <source>What was achieved</source>
            <translation>完成情况</translation>
        </message>
        <message>
            <source>One line each</source>
            <translation>一行一条</translation>
        </message>
        <message>
            <source>What did not go well</source>
            <translation>存在问题</translation>
        </message>
        <message>
            <source>Filled in from late tasks and today&apos;s incidents.</source>
            <translation>已根据逾期任务和今天的突发事件填好。</translation>
        </message>
        <message>
            <source>What changes tomorrow</source>
            <translation>明日调整</translation>
        </message>
        <message>
            <source>For example: open a second check-in line at 10</source>
            <translation>例如：10点起开第二条签到通道</translation>
        </message>
        <message>
            <source>To do first tomorrow</source>
            <translation>明日优先事项</translation>
        </message>
        <message>
            <source>Each line becomes an item to tick off.</source>
            <translation>每行成为一个可勾选的事项。</translation>
        </message>
        <message>
            <source>Retrospective</source>
            <translation>现场复盘</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::AccountModel</name>
        <message>
            <source>This is not an enrolment link. It begins with zhixing://enrol and comes from your administrator; please copy all of it.</source>
            <translation>这不是加入链接。加入链接以 zhixing://enrol 开头，由管理员提供，请完整复制。</translation>
        </message>
        <message>
            <source>No code was found in this picture. Take it closer and straight on, or paste the link.</source>
            <translation>这张图片里没有找到二维码。请靠近、正对着重拍，或粘贴链接。</translation>
        </message>
        <message>
            <source>What you copied holds no enrolment link. Copy the link or the picture of the code, then try again.</source>
            <translation>剪贴板里没有加入链接。请先复制链接或二维码图片，再试一次。</translation>
        </message>
        <message>
            <source>%1 of %2 records</source>
            <comment>arrived so far</comment>
            <translation>已下载 %1 条，共 %2 条</translation>
        </message>
        <message>
            <source>This device already belongs to %1. The link was not used.</source>
            <translation>本设备已属于%1，链接未被使用。</translation>
        </message>
        <message>
            <source>You can begin; the rest is still arriving</source>
            <translation>可以开始使用了，其余数据还在下载</translation>
        </message>
        <message>
            <source>Your records are on their way</source>
            <translation>正在准备您的数据</translation>
        </message>
        <message>
            <source>There is no connection yet; it begins by itself when there is one.</source>
            <translation>暂时没有网络，连上后会自动开始下载。</translation>
        </message>
        <message>
            <source>Asking headquarters what there is for you…</source>
            <translation>正在向总部查询您的数据…</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Attendance</name>
        <message>
            <source>This device does not let Zhixing know where it is. You can go on without a place.</source>
            <translation>本机不允许知行获取位置，可以不附位置继续。</translation>
        </message>
        <message>
            <source>No position was found in time; it is often better by a window. You can go on without.</source>
            <translation>没能及时定位，靠近窗边通常会好一些；也可以不附位置继续。</translation>
        </message>
        <message>
            <source>This device cannot tell where it is. You can go on without a place.</source>
            <translation>本机无法定位，可以不附位置继续。</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>16 Oct, Thursday</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Here from %1 to %2</source>
            <translation>%1 到岗，%2 离岗</translation>
        </message>
        <message>
            <source>Here since %1</source>
            <translation>%1 已到岗</translation>
        </message>
        <message>
            <source>Not arrived yet</source>
            <translation>尚未到岗</translation>
        </message>
        <message>
            <source>Looking for the position…</source>
            <translation>正在定位…</translation>
        </message>
        <message>
            <source>%1, accurate to %2 m</source>
            <comment>latitude and longitude</comment>
            <translation>%1，精度 %2 米</translation>
        </message>
        <message>
            <source>%1, accuracy not known</source>
            <comment>latitude and longitude</comment>
            <translation>%1，精度未知</translation>
        </message>
        <message>
            <source>Arrival saved on this device</source>
            <translation>到岗已保存在本机</translation>
        </message>
        <message>
            <source>Leaving saved on this device</source>
            <translation>离岗已保存在本机</translation>
        </message>
        <message>
            <source>left %1</source>
            <comment>a time</comment>
            <translation>%1 离岗</translation>
        </message>
        <message>
            <source>here since %1</source>
            <translation>%1 到岗</translation>
        </message>
        <message>
            <source>absent: %1</source>
            <translation>缺勤：%1</translation>
        </message>
        <message>
            <source>not arrived yet</source>
            <translation>尚未到岗</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::FeedbackDetail</name>
        <message>
            <source>You answer it, saved on this device</source>
            <translation>由您回复，已保存在本机</translation>
        </message>
        <message>
            <source>Reply saved on this device</source>
            <translation>回复已保存在本机</translation>
        </message>
        <message>
            <source>Closed, saved on this device</source>
            <translation>已关闭，已保存在本机</translation>
        </message>
        <message>
            <source>Your reply</source>
            <translation>您的回复</translation>
        </message>
        <message>
            <source>%1, edition %2</source>
            <comment>a questionnaire</comment>
            <translation>%1（第%2版）</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between answers</comment>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::IncidentDetail</name>
        <message>
            <source>Not solved after all</source>
            <translation>其实还没解决</translation>
        </message>
        <message>
            <source>Solved, saved on this device</source>
            <translation>已解决，已保存在本机</translation>
        </message>
        <message>
            <source>Saved on this device</source>
            <translation>已保存在本机</translation>
        </message>
        <message>
            <source>Details of this incident</source>
            <translation>这起事件的详情</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::IncidentForm</name>
        <message>
            <source>Incident saved on this device</source>
            <translation>突发事件已保存在本机</translation>
        </message>
        <message>
            <source>Incident</source>
            <translation>突发事件</translation>
        </message>
        <message>
            <source>Incident: %1</source>
            <translation>突发事件：%1</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Retrospective</name>
        <message>
            <source>%1, %2</source>
            <comment>16 Oct, Thursday</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Retrospective saved on this device</source>
            <translation>复盘已保存在本机</translation>
        </message>
        <message>
            <source>Evening on site, %1</source>
            <translation>%1现场复盘</translation>
        </message>
        <message>
            <source>Retrospective of %1</source>
            <translation>%1的复盘</translation>
        </message>
        <message>
            <source>Retrospective</source>
            <translation>复盘</translation>
        </message>
        <message>
            <source>Tasks done</source>
            <translation>完成任务</translation>
        </message>
        <message>
            <source>Feedback</source>
            <translation>反馈</translation>
        </message>
        <message>
            <source>Incidents</source>
            <translation>突发事件</translation>
        </message>
        <message>
            <source>Spend (yuan)</source>
            <translation>支出（元）</translation>
        </message>
        <message>
            <source>Not finished: %1</source>
            <translation>未完成：%1</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>a task&apos;s title and its reason</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1; done: %2</source>
            <comment>an incident</comment>
            <translation>%1；措施：%2</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between names</comment>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>ProgressField</name>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1%</translation>
        </message>
    </context>
    <context>
        <name>SearchPanel</name>
        <message>
            <source>Words, pinyin or initials</source>
            <translation>文字、拼音或首字母</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <source>Find anything on this device</source>
            <translation>搜索本机上的一切</translation>
        </message>
        <message>
            <source>Only what this device holds is searched. Try fewer words, or a part of one.</source>
            <translation>只搜索本机已有的内容。可以少输几个词，或只输其中一部分。</translation>
        </message>
        <message>
            <source>A part of a word is enough, and so are pinyin and initials: chongqing, cq. No signal is needed.</source>
            <translation>输入任意一段文字、全拼或首字母即可，例如：重庆、chongqing、cq。没有网络也能搜索。</translation>
        </message>
    </context>
    <context>
        <name>SearchPage</name>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
    </context>
    <context>
        <name>SearchView</name>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Everything on this device. Ctrl+K or / opens this page, the arrows choose, Return opens.</source>
            <translation>本机上的全部内容。按 Ctrl+K 或 / 打开本页，方向键选择，回车打开。</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::SearchModel</name>
        <message>
            <source>%1 · the nearest %2 of %3</source>
            <translation>%1 · 共 %3 条，显示最接近的 %2 条</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>kind of record, how many</comment>
            <translation>%1 · %2</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Unfinished</name>
        <message>
            <source>A spend without its amount</source>
            <translation>一笔还没填金额的支出</translation>
        </message>
        <message>
            <source>A spend of ￥%1</source>
            <translation>一笔 ￥%1 的支出</translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s)</source>
            <translation>
                <numerusform>%n 张照片</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RecordSheet</name>
        <message>
            <source>%1 · %2</source>
            <comment>kind of record, where it belongs</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Not yet at headquarters</source>
            <translation>尚未到达总部</translation>
        </message>
        <message>
            <source>Who changed what</source>
            <translation>修改记录</translation>
        </message>
        <message>
            <source>Its campaign</source>
            <translation>所属活动</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Tasks</name>
        <message>
            <source>its campaign is over</source>
            <translation>活动已结束</translation>
        </message>
    </context>
</TS>
