//! Common given and family names of other cultures, for texts whose people are renamed.

use crate::analysis::mentions::Gender;

/// How the names of one culture are put together.
#[derive(Debug, Clone, Copy)]
pub struct Culture {
    pub name: &'static str,
    pub she: &'static str,
    pub he: &'static str,
    /// Family names of women; men's where they have none of their own.
    pub families: &'static str,
    /// What men's family names end with in place of the women's.
    pub ending: Option<(&'static str, &'static str)>,
    /// Whether the family name stands first, and people are known by their given name.
    pub family_first: bool,
}

pub const CULTURES: [Culture; 4] = [
    Culture {
        name: "Indian",
        she: "Priya Anjali Lakshmi Sunita Kavita Deepa Meera Neha Pooja Radhika Shalini Divya Aishwarya Nandini \
              Swati Rekha Geeta Usha Padma Ananya Ishita Jyoti Kiran Lata Madhuri Nisha Rani Smita Tanvi Vidya",
        he: "Rajesh Arjun Vikram Sanjay Amit Suresh Ramesh Anil Deepak Manoj Rahul Ravi Ashok Vijay Karthik Naveen \
             Prakash Rohan Siddharth Vivek Ajay Bharat Dinesh Ganesh Harish Mahesh Nikhil Pankaj Sunil Venkatesh",
        families: "Sharma Patel Iyer Reddy Gupta Nair Chatterjee Mukherjee Banerjee Deshmukh Kulkarni Joshi \
                   Srinivasan Krishnamurthy Menon Pillai Rao Verma Mishra Chaudhary Bhattacharya Subramanian Kapoor \
                   Malhotra Agarwal Naidu Yadav Saxena Trivedi Ranganathan",
        ending: None,
        family_first: false,
    },
    Culture {
        name: "Nigerian",
        she: "Ngozi Chidinma Adaeze Folake Yetunde Amina Funmilayo Chioma Ifeoma Nneka Titilayo Bukola Zainab Hauwa \
              Omotola Adesuwa Ebele Kehinde Abimbola Obiageli Uche Simisola Temitope Uzoamaka Halima Aisha Morenike \
              Nkechi Onyinye Damilola",
        he: "Chinedu Emeka Oluwaseun Babatunde Adewale Ikechukwu Obinna Tunde Segun Chukwuma Ifeanyi Musa Ibrahim \
             Olumide Kayode Nnamdi Uchenna Femi Gbenga Sani Aliyu Olusegun Chidi Akinwale Bashir Okechukwu Rotimi \
             Tochukwu Yakubu Abubakar",
        families: "Okafor Adeyemi Okonkwo Balogun Eze Nwosu Olatunji Adebayo Okeke Bello Danjuma Ogunleye Ibe \
                   Nwachukwu Akande Onyekachi Oyelaran Uzor Chukwu Adesanya Mohammed Igwe Afolabi Obiora Fashola \
                   Abiodun Ekwueme Oladipo Umar Nwankwo",
        ending: None,
        family_first: false,
    },
    Culture {
        name: "Vietnamese",
        she: "Lan Huong Mai Thuy Linh Trang Hoa Ngoc Phuong Yen Hanh Nga Thao Hien Oanh Quyen Diep Loan Nhung Tuyet \
              Xuan Bich Cuc Dung Ha Kim My Nhi Thu Van",
        he: "Minh Hung Tuan Dung Quang Hai Long Nam Phuc Thanh Duc Khanh Trung Vinh Son Bao Cuong Dat Hieu Khoa Loc \
             Nghia Phong Quoc Tai Thang Tien Tri Viet Binh",
        families: "Nguyen Tran Le Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Dinh Trinh Mai Lam Truong \
                   Cao Doan Luu Ta Thai Quach Kieu Chau Dao",
        ending: None,
        family_first: true,
    },
    Culture {
        name: "Icelandic",
        she: "Guðrún Sigríður Kristín Ragnheiður Þórunn Ásdís Hildur Sólveig Ingibjörg Steinunn Halldóra Bryndís \
              Sigrún Þóra Helga Auður Unnur Jóhanna Svanhildur Hrafnhildur Álfheiður Birna Edda Elín Erla Freyja \
              Gerður Hulda Lilja Vigdís",
        he: "Sigurður Guðmundur Þorsteinn Ólafur Bjarni Kjartan Gunnar Haraldur Halldór Snorri Ragnar Steingrímur \
             Björn Eiríkur Hallgrímur Indriði Jökull Kolbeinn Ísleifur Ögmundur Páll Skúli Sveinn Tryggvi Ásgeir \
             Þórður Árni Egill Friðrik Hjalti",
        families: "Jónsdóttir Sigurðardóttir Guðmundsdóttir Ólafsdóttir Einarsdóttir Magnúsdóttir Kristjánsdóttir \
                   Stefánsdóttir Bjarnadóttir Gunnarsdóttir Þorsteinsdóttir Halldórsdóttir Árnadóttir Ragnarsdóttir \
                   Haraldsdóttir Björnsdóttir Pálsdóttir Eiríksdóttir Helgadóttir Sveinsdóttir Tryggvadóttir \
                   Ásgeirsdóttir Karlsdóttir Þórðardóttir Friðriksdóttir Egilsdóttir Snorradóttir Hallgrímsdóttir \
                   Kjartansdóttir Ingadóttir",
        ending: Some(("dóttir", "son")),
        family_first: false,
    },
];

/// Women's names for a text in which all people are women.
pub const WOMEN: &str = "Margaret Susan Barbara Elizabeth Jennifer Linda Patricia Karen Nancy Sandra Carol Donna \
    Laura Rebecca Kathleen Deborah Rachel Catherine Heather Diane Julie Joyce Christina Joan Evelyn Judith Martha \
    Megan Cheryl Jacqueline";

impl Culture {
    /// The given and the family name of the person with this number.
    pub fn person(&self, number: usize, gender: Gender) -> (String, String) {
        let given = pick(if gender == Gender::She { self.she } else { self.he }, number);
        let family = pick(self.families, number * 7 + 3);
        let man = self.ending.filter(|_| gender == Gender::He);
        let family = match man.and_then(|(she, he)| Some((family.strip_suffix(she)?, he))) {
            Some((stem, ending)) => format!("{stem}{ending}"),
            None => family.to_owned(),
        };
        (given.to_owned(), family)
    }
}

/// One name of a list; they come again after the last.
pub fn pick(list: &'static str, number: usize) -> &'static str {
    let count = list.split_whitespace().count().max(1);
    list.split_whitespace().nth(number % count).unwrap_or_default()
}
